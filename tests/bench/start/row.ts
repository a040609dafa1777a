import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { runChild, startChild } from '../child.ts';
import { launchApp } from '../launch-app.ts';
import { interleaved, type Measured, type Row } from '../measured.ts';

const TARGET = 1.5;

/** The limit: an Electron window with one page and nothing on it, marked once it was painted. */
function emptyApp(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'empty', version: '1.0.0', type: 'module', main: 'main.js' }),
  );
  writeFileSync(
    join(folder, 'main.js'),
    `import { app, BrowserWindow } from 'electron';
     app.whenReady().then(() => new BrowserWindow({ width: 1440, height: 900 }).loadFile(new URL('./page.html', import.meta.url).pathname));
     app.on('window-all-closed', () => app.quit());`,
  );
  writeFileSync(
    join(folder, 'page.html'),
    `<!doctype html><title>empty</title><body><script>
       requestAnimationFrame(() => requestAnimationFrame(() => { document.body.dataset.painted = 'yes'; }));
     </script>`,
  );
  return folder;
}

/** Seconds from spawn until `painted` holds in the first window. */
async function launched(args: string[], painted: (page: Page) => Promise<unknown>): Promise<number> {
  const began = performance.now();
  const app = await launchApp(args);
  try {
    await painted(await app.firstWindow());
    return performance.now() - began;
  } finally {
    await app.close();
  }
}

/** Spawn to painted queue and map, with the local store full and central away, against an empty Electron window. */
export const start: Row = async ({ quick, say }) => {
  const folder = mkdtempSync(join(tmpdir(), 'prihatin-bench-'));
  const measured: Measured[] = [];
  try {
    const empty = emptyApp(join(folder, 'empty'));
    for (const count of quick ? [1_000] : [10_000]) {
      say(`start: filling a store with ${count} open cases`);
      const data = join(folder, `data-${count}`);
      const central = await startChild('central-source', [join(folder, `central-${count}`), String(count)]);
      const filled = [
        String(central.first.url),
        String(central.first.credentialsFile),
        join(data, 'demo', 'console'),
        String(count),
      ];
      mkdirSync(join(data, 'demo', 'console'), { recursive: true });
      await runChild('our-fill', filled);
      await central.end();
      const ours = () =>
        launched([process.cwd(), '--data', data, '--central', 'http://127.0.0.1:9'], async (page) => {
          await page.waitForSelector('[data-case]', { timeout: 60_000 });
          await page.waitForSelector('[data-incident]', { state: 'attached', timeout: 60_000 });
        });
      const limit = () =>
        launched([empty], (page) => page.waitForSelector('[data-painted]', { state: 'attached', timeout: 60_000 }));
      const { ours: mine, limit: bare, ratio } = await interleaved(quick ? 1 : 5, ours, limit);
      measured.push({
        row: 'start',
        measure: `${count} open cases`,
        unit: 'ms',
        ours: mine,
        limit: bare,
        peers: {},
        ratioToLimit: ratio,
        target: `<= ${TARGET} x an empty Electron window`,
        met: ratio <= TARGET,
        note: 'both from spawn, driven by the same tool; central away, so that engine and desk alone are measured',
      });
    }
    return measured;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
