import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { emptyApp } from '../empty-app.ts';
import { deskOn, fillDesk } from '../fill-desk.ts';
import { launchApp } from '../launch-app.ts';
import { interleaved, type Measured, type Row } from '../measured.ts';
import { deskPainted, pagePainted } from '../painted.ts';

const TARGET = 1.5;

/** Milliseconds from spawn until `painted` holds in the first window. */
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
      const data = await fillDesk(folder, count);
      const ours = () => launched(deskOn(data), deskPainted);
      const limit = () => launched([empty], pagePainted);
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
