import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchApp } from '../launch-app.ts';
import { mainThreadCpu } from '../page-cpu.ts';
import { PEERS_FOLDER } from '../peers.ts';
import { buildPages } from './build-pages.ts';
import { servePages } from './serve-pages.ts';

/** Ours · the limit · the peers · a map with nothing on it. */
export type MapWay = 'ours' | 'limit' | 'markercluster' | 'maplibre' | 'empty';

/** What a page of the bench offers (`pages/page.mjs`). */
interface PageBench {
  make(count: number): void;
  paint(): Promise<number>;
  change(on: boolean): void;
  watchFrames(): void;
  framesSeen(): number[];
  watchDelays(type: 'mousemove' | 'dragover'): void;
  delaysSeen(): number[];
  pin(): { x: number; y: number } | null;
}
declare global {
  interface Window {
    bench: PageBench;
  }
}

/** One window of 1440 × 900 for all maps, one after another. */
export interface MapWindow {
  page: Page;
  /** CPU that the page's main thread has used so far, ms. */
  cpu(): Promise<number>;
  /** Opens a way's page anew and waits until its map stands. */
  visit(way: MapWay): Promise<void>;
  end(): Promise<void>;
}

function plainApp(folder: string, url: string): string {
  mkdirSync(folder, { recursive: true });
  const manifest = { name: 'map-bench', version: '1.0.0', type: 'module', main: 'main.js' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'main.js'),
    `import { app, BrowserWindow } from 'electron';
     app.whenReady().then(() => new BrowserWindow({ width: 1440, height: 900, webPreferences: { backgroundThrottling: false } })
       .loadURL(${JSON.stringify(url)}));
     app.on('window-all-closed', () => app.quit());`,
  );
  return folder;
}

/** Builds the pages and opens the window. @param switches of Chromium */
export async function openMapWindow(switches: readonly string[]): Promise<MapWindow> {
  const served = await servePages(await buildPages(), join(PEERS_FOLDER, 'node_modules'));
  const folder = mkdtempSync(join(tmpdir(), 'prihatin-bench-'));
  const app = await launchApp([plainApp(folder, `${served.url}/page.html?way=empty`), ...switches]);
  const page = await app.firstWindow();
  return {
    page,
    cpu: await mainThreadCpu(page),
    async visit(way) {
      await page.goto(`${served.url}/page.html?way=${way}`);
      await page.waitForSelector('[data-open]', { state: 'attached', timeout: 60_000 });
    },
    async end() {
      await app.close();
      served.end();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
