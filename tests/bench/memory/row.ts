import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { emptyApp } from '../empty-app.ts';
import { deskOn, fillDesk } from '../fill-desk.ts';
import { launchApp } from '../launch-app.ts';
import { interleaved, type Row } from '../measured.ts';
import { memoryOf } from '../memory-of.ts';
import { deskPainted, pagePainted } from '../painted.ts';

const TARGET = 1.4;
const SETTLES_MS = 3_000;

/** A process and all that descend from it; none where the system does not tell. */
function treeOf(pid: number): number[] {
  try {
    const below = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number),
    );
    return [pid, ...below.flatMap(treeOf)];
  } catch {
    return [];
  }
}

/** Proportional share of all an app's processes, MB, three seconds after its first picture. */
async function heldBy(args: string[], painted: (page: Page) => Promise<void>): Promise<number> {
  const app = await launchApp(args);
  try {
    const page = await app.firstWindow();
    await painted(page);
    await page.waitForTimeout(SETTLES_MS);
    const parts = treeOf(app.process().pid ?? 0).map((pid) => memoryOf(pid).pss);
    return parts.filter((kb) => !Number.isNaN(kb)).reduce((sum, kb) => sum + kb / 1_024, 0);
  } finally {
    await app.close();
  }
}

/** Memory of the whole console, engine and all, against an empty Electron window. */
export const memory: Row = async ({ quick, say }) => {
  const folder = mkdtempSync(join(tmpdir(), 'prihatin-bench-'));
  try {
    const count = quick ? 1_000 : 10_000;
    say(`memory: filling a store with ${count} open cases`);
    const data = await fillDesk(folder, count);
    const empty = emptyApp(join(folder, 'empty'));
    const { ours, limit, ratio } = await interleaved(
      quick ? 1 : 5,
      () => heldBy(deskOn(data), deskPainted),
      () => heldBy([empty], pagePainted),
    );
    return [
      {
        row: 'memory',
        measure: `${count} open cases, PSS of all processes 3 s after the first picture`,
        unit: 'MB',
        ours,
        limit,
        peers: {},
        ratioToLimit: ratio,
        target: `<= ${TARGET} x an empty Electron window`,
        met: ratio <= TARGET,
        note: 'shell, engine, window and their services; central away',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
