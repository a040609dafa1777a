import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { electronBinary, machineSwitches, root } from './electron-app.ts';

/** The headless host as `npm run host` starts it: a process of its own. */
export interface HostUnderTest {
  /** The printed address with this run's token. */
  url: URL;
  stop(): Promise<void>;
}

/** Starts the built host on a data folder. @param flags such as `--central URL` */
export async function startHost(data: string, flags: readonly string[]): Promise<HostUnderTest> {
  const args = [join(root, 'out', 'main', 'host.js'), '--data', data, '--lang', 'en', ...flags];
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = async () => {
    if (child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  };
  let out = '';
  for await (const chunk of child.stdout ?? []) {
    out += String(chunk);
    const printed = /open (http:\/\/127\.0\.0\.1:\d+\/\S+)/.exec(out)?.[1];
    if (printed !== undefined) return { url: new URL(printed), stop };
  }
  throw new Error(`the host ended before it was open: ${out}`);
}

const BROWSER = `import { app, BrowserWindow } from 'electron';
app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => new BrowserWindow({ width: 1440, height: 900 }).loadURL('about:blank'));
`;

/** A plain browser: Electron's own Chromium with no part of the console in it. @param folder where its few files go */
export async function startBrowser() {
  const folder = mkdtempSync(join(tmpdir(), 'prihatin-browser-'));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'browser', version: '0.0.0', type: 'module', main: 'main.js' }),
  );
  writeFileSync(join(folder, 'main.js'), BROWSER);
  const app = await _electron.launch({
    executablePath: electronBinary(),
    args: [...machineSwitches, folder, `--user-data-dir=${join(folder, 'profile')}`],
  });
  const page = await app.firstWindow();
  const close = async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { page, close };
}
