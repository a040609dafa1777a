import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type App, ipcMain, Notification, session } from 'electron';
import { answerShellCalls } from './ipc/answer-shell-calls.ts';
import { connectWindows } from './ipc/connect-windows.ts';
import type { WindowRegistry } from './ipc/window-registry.ts';
import type { LaunchOptions } from './launch-options.ts';
import { type Log, reasonOf } from './log.ts';
import { startEmbeddedCentral } from './processes/embedded-central.ts';
import { type EngineLink, startEngineLink } from './processes/engine-link.ts';
import type { CentralPlace } from './processes/engine-messages.ts';
import { isProductionRuntime, runtimeName } from './runtime.ts';
import { serveAppPages } from './security/app-pages.ts';
import { denyByDefault } from './security/deny-by-default.ts';
import { APP_ORIGIN } from './security/page-file.ts';
import { storeKey } from './security/store-key.ts';
import { createTileServer } from './tiles/serve-tiles.ts';
import type { AlarmNotes, NoteWords } from './windows/alarm-notes.ts';
import { WALL_PARTITION } from './windows/wall-window.ts';
import { createWindows } from './windows/windows.ts';

/** Of pictures under the map, on the disk. */
const TILES_BYTES = 200 * 1024 * 1024;
const DAY_MS = 24 * 3_600_000;

/**
 * Runs one console: pages, engine, embedded central, windows; ends the processes before the app goes.
 * @param built the folder `out/`
 */
export function runConsole(app: App, options: LaunchOptions, built: string, log: Log): void {
  const runtime = runtimeName(process.versions);
  const productionRuntime = isProductionRuntime(process.versions);
  log.info('console starts', { version: __APP_VERSION__, runtime, productionRuntime, profile: options.profile });
  const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
  const pages = devServer ?? APP_ORIGIN;
  const sessions = [session.defaultSession, session.fromPartition(WALL_PARTITION)];
  denyByDefault(app, sessions, log, [pages]);
  const tiles = createTileServer({
    folder: options.folders.tiles,
    limit: TILES_BYTES,
    fetch: (url, init) => fetch(url, init),
    now: () => Date.now(),
    agent: `prihatin-console/${__APP_VERSION__}`,
    log,
  });
  for (const one of sessions) serveAppPages(one, join(built, 'renderer'), tiles.tile);

  const registry: WindowRegistry = new Map();
  let central: CentralPlace | null = null;
  const engine: EngineLink = startEngineLink(
    join(built, 'main', 'engine.js'),
    {
      profile: options.profile,
      folder: options.folders.console,
      lang: options.lang,
      version: __APP_VERSION__,
      runtime,
      embedded: options.centralUrl === null,
      verbose: options.verbose,
      carry: options.carry,
      key: storeKey(join(options.folders.window, 'store.key'), log),
    },
    log,
    {
      restart: () => connection.reconnect(),
      tiles: (source) =>
        void tiles.use(source).catch((error: unknown) => log.error('tiles not set', { reason: reasonOf(error) })),
    },
  );
  const connection = connectWindows(ipcMain, registry, [pages], () => engine, log);
  const centralIs = (place: CentralPlace) => {
    central = place;
    engine.tellCentral(place);
  };
  const stopCentral =
    options.centralUrl === null
      ? startEmbeddedCentral(
          join(built, 'main', 'central.js'),
          options.folders.central,
          options.profile,
          log,
          centralIs,
        )
      : async () => {};
  if (options.centralUrl !== null) centralIs({ url: options.centralUrl, credentialsFile: null });

  const windows = createWindows({ built, pages, profile: options.profile }, registry, () => engine, log);
  const askForUpdate = async () => {
    // Loaded when first asked: the updater would cost every start a tenth of a second.
    const { checkForUpdate } = await import('./update.ts');
    const kind = await readFile(join(process.resourcesPath, 'package-type'), 'utf8').catch(() => '');
    return checkForUpdate(app, __APP_VERSION__, central?.url ?? null, app.isPackaged && kind.trim() === 'deb', log);
  };
  let notes: Promise<AlarmNotes> | null = null;
  const openNotes = async () => {
    // Loaded with the first alarm, not before the first window: words take their time.
    const { createAlarmNotes } = await import('./windows/alarm-notes.ts');
    const make = Notification.isSupported() ? (words: NoteWords) => new Notification(words) : null;
    return createAlarmNotes(make, windows.showDesk, options.profile);
  };
  answerShellCalls(
    ipcMain,
    registry,
    [pages],
    {
      'desk.open': () => ({ opened: windows.openDesk() }),
      'wall.open': () => ({ opened: windows.openWall() }),
      'window.full-screen': ({ on }, from) => {
        from.browserWindow.setFullScreen(on);
        return { on };
      },
      'alarm.note': async (note, from) => {
        notes ??= openNotes();
        return (await notes).show(note, from.browserWindow, windows.desks());
      },
      'tiles.kept': async ({ clear }) => {
        if (clear) await tiles.clear();
        return { served: true, ...(await tiles.kept()) };
      },
      'update.check': askForUpdate,
      'about.get': () => ({ version: __APP_VERSION__, runtime, productionRuntime }),
    },
    log,
  );
  const daily = setInterval(() => void askForUpdate(), DAY_MS);

  if (options.wall) windows.openWall();
  else windows.showDesk();
  app.on('second-instance', (_event, _argv, _folder, wish) => {
    if ((wish as { wall?: boolean } | null)?.wall) windows.openWall();
    else windows.showDesk();
  });
  app.on('activate', () => windows.showDesk());
  app.on('window-all-closed', () => app.quit());

  let ended = false;
  app.on('will-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    clearInterval(daily);
    engine
      .stop()
      .then(stopCentral)
      .catch((error: unknown) => log.error('not ended cleanly', { reason: reasonOf(error) }))
      .finally(() => {
        ended = true;
        app.quit();
      });
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
}
