import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, root, test } from '#tests/support/electron-app.ts';

/** Members of objects that Electron hands out, used by the shell: `owner` is evaluated in the app. */
const instanceMembers: Record<string, readonly string[]> = {
  'BrowserWindow.prototype': [
    'loadURL',
    'show',
    'focus',
    'restore',
    'isMinimized',
    'setFullScreen',
    'isFullScreen',
    'getBounds',
    'getContentSize',
    'isDestroyed',
    'isVisible',
    'isFocused',
    'once',
  ],
  notification: ['on', 'show', 'close'],
  webContents: [
    'setWindowOpenHandler',
    'getURL',
    'reload',
    'isDestroyed',
    'mainFrame',
    'id',
    'on',
    'getZoomFactor',
    'setZoomFactor',
  ],
  'webContents.mainFrame': ['postMessage', 'url', 'parent'],
  session: ['setPermissionRequestHandler', 'setPermissionCheckHandler', 'setDevicePermissionHandler', 'protocol', 'on'],
  'session.protocol': ['handle'],
  'app.commandLine': ['hasSwitch'],
  channel: ['port1', 'port2'],
};

function shellSources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

/** Each module of Electron that the sources import as a value, with the members they use of it. */
function modulesUsed(sources: readonly string[]): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>();
  for (const source of sources) {
    for (const clause of source.matchAll(/import \{([^}]*)\} from 'electron';/g)) {
      const names = (clause[1] ?? '').split(',').map((name) => name.trim());
      for (const name of names.filter((one) => one !== '' && !one.startsWith('type '))) {
        const members = used.get(name) ?? new Set<string>();
        for (const use of source.matchAll(new RegExp(`(?<![.\\w])${name}\\.(\\w+)`, 'g'))) members.add(use[1] ?? '');
        used.set(name, members);
      }
    }
  }
  return used;
}

test('the runtime under test has every Electron API that the shell uses', async ({ launch }) => {
  const used = modulesUsed(shellSources('electron/main'));
  expect([...used.keys()].sort()).toEqual([
    'BrowserWindow',
    'MessageChannelMain',
    'Notification',
    'app',
    'ipcMain',
    'protocol',
    'safeStorage',
    'screen',
    'session',
    'shell',
    'utilityProcess',
  ]);
  const { app, desk } = await launch();
  const list = [...used].map(([name, members]) => ({ name, members: [...members] }));
  const missing = await app.evaluate(
    (electron, wanted) => {
      const modules = electron as unknown as Record<string, Record<string, unknown> | undefined>;
      const window = electron.BrowserWindow.getAllWindows()[0];
      const owners: Record<string, object | undefined> = {
        'BrowserWindow.prototype': electron.BrowserWindow.prototype,
        webContents: window?.webContents,
        'webContents.mainFrame': window?.webContents.mainFrame,
        session: electron.session.defaultSession,
        'session.protocol': electron.session.defaultSession.protocol,
        'app.commandLine': electron.app.commandLine,
        channel: new electron.MessageChannelMain(),
        notification: new electron.Notification({ title: 'test' }),
      };
      const lacking = wanted.list.flatMap(({ name, members }) => {
        const module = modules[name];
        if (module === undefined) return [name];
        return members.filter((member) => !(member in module)).map((member) => `${name}.${member}`);
      });
      for (const [owner, members] of Object.entries(wanted.instanceMembers)) {
        const object = owners[owner];
        for (const member of members)
          if (object === undefined || !(member in object)) lacking.push(`${owner}.${member}`);
      }
      return lacking;
    },
    { list, instanceMembers },
  );
  expect(missing).toEqual([]);
  // The preload's: they are there when the bridge they make is.
  expect(await desk.evaluate(() => typeof window.prihatin.call)).toBe('function');
});
