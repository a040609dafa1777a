import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test';

/** The project's root folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A console under test: the real app in a real Electron on a data folder of its own. */
export interface ConsoleUnderTest {
  app: ElectronApplication;
  desk: Page;
  data: string;
  /** Everything the app wrote to stdout and stderr so far. */
  output(): string;
  /** Ends the app as a user would; the data folder stays until the test ends. */
  close(): Promise<void>;
}

export interface LaunchWish {
  /** Flags of the console, such as `--central URL`. */
  flags?: readonly string[];
  /** A data folder to go on with, such as that of an earlier launch. */
  data?: string;
  env?: Record<string, string>;
  /** CommonJS files the app's process loads before its own. */
  preload?: readonly string[];
}

export interface Fixtures {
  launch(wish?: LaunchWish): Promise<ConsoleUnderTest>;
}

/** The Electron that set-up found, or the cached one when a test is run by hand. */
export function electronBinary(): string {
  const official = join(root, 'node_modules', 'electron', 'dist', 'electron');
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const candidates = [
    process.env.PRIHATIN_ELECTRON,
    official,
    join(cache, 'prihatin-console/electron-33.2.1/electron'),
  ];
  const found = candidates.find((path) => path !== undefined && path !== '' && existsSync(path));
  if (found === undefined) throw new Error('no Electron here: run the tests through `node scripts/end-to-end.mjs`');
  return found;
}

/** As root Chromium's sandbox cannot run, and a display in memory has no GPU to try; tests alone pass these. */
export const machineSwitches: readonly string[] = [
  '--disable-gpu',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * Holds the app's "ready" until the driver is attached. The driver passes it by itself only to an Electron it chose;
 * without it, windows open while it attaches, and now and then it waits for one of them for ever.
 */
const holdUntilAttached = ['-r', join(root, 'node_modules/playwright-core/lib/server/electron/loader.js')];

/** The page of a window by its file name, once it is there. */
export async function pageOf(app: ElectronApplication, file: string): Promise<Page> {
  const find = () => app.windows().find((page) => page.url().endsWith(`/${file}`));
  await expect.poll(find, { message: `a window with ${file}` }).toBeTruthy();
  const page = find();
  if (page === undefined) throw new Error(`no window with ${file}`);
  await page.waitForLoadState('domcontentloaded');
  return page;
}

/** `launch` starts consoles; all of them are ended, and their data removed, when the test is over. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function wants from its pattern.
  launch: async ({}, use, testInfo) => {
    const consoles: ConsoleUnderTest[] = [];
    const folders: string[] = [];
    await use(async (wish = {}) => {
      const data = wish.data ?? mkdtempSync(join(tmpdir(), 'prihatin-test-'));
      if (wish.data === undefined) folders.push(data);
      const app = await _electron.launch({
        executablePath: electronBinary(),
        args: [
          ...holdUntilAttached,
          ...(wish.preload ?? []).flatMap((file) => ['-r', file]),
          ...machineSwitches,
          root,
          '--data',
          data,
          '--lang',
          'en',
          ...(wish.flags ?? []),
        ],
        cwd: root,
        env: { ...(process.env as Record<string, string>), ...wish.env },
      });
      const lines: string[] = [];
      for (const stream of [app.process().stdout, app.process().stderr]) {
        stream?.on('data', (chunk: Buffer) => lines.push(chunk.toString('utf8')));
      }
      const started: ConsoleUnderTest = {
        app,
        desk: await pageOf(app, wish.flags?.includes('--wall') ? 'wall.html' : 'desk.html'),
        data,
        output: () => lines.join(''),
        close: () => app.close(),
      };
      consoles.push(started);
      return started;
    });
    for (const one of consoles) {
      if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach('console output', { body: one.output() });
      await one.app.close().catch(() => {});
    }
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

export { expect } from '@playwright/test';
