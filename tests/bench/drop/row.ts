import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { deskOn, fillDesk } from '../fill-desk.ts';
import { launchApp } from '../launch-app.ts';
import { median, percentile, type Row } from '../measured.ts';
import { type DropTimes, hearPins, timeDrop } from './time-drop.ts';

const TARGET_MS = 50;
/** In turn, so that the words of one drop are never those of the last. */
const BRANCHES = ['KUL', 'IPH'];

/** One case, assigned by keys: the same code as a drop by mouse from the moment it is let go. */
async function dropOne(page: Page, done: Set<string>): Promise<DropTimes> {
  const branch = BRANCHES[done.size % BRANCHES.length] ?? '';
  const shown = await page
    .locator('[data-case]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-case')));
  const id = shown.find((one) => one !== null && !done.has(one));
  if (!id) throw new Error('no case is left in sight');
  done.add(id);
  await page.locator(`[data-case="${id}"]`).click();
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').waitFor();
  await page.keyboard.type(branch.toLowerCase());
  await dialog.getByRole('option', { selected: true }).filter({ hasText: branch }).waitFor();
  // What the branch would mean is known by then: before that an Enter sends nothing.
  await page.waitForTimeout(600);
  const told = timeDrop(page, { id, branch });
  await page.keyboard.press('Enter');
  const sure = dialog.getByRole('button', { name: branch }).last();
  const asked = await Promise.race([told.then(() => false), sure.waitFor().then(() => true)]);
  if (asked) await page.keyboard.press('Enter');
  return told;
}

/** A case dropped on a branch: until it is on disk and painted in row and map. */
export const drop: Row = async ({ quick, say }) => {
  const folder = mkdtempSync(join(tmpdir(), 'prihatin-bench-'));
  try {
    const count = quick ? 1_000 : 5_000;
    say(`drop: filling a store with ${count} open cases`);
    const data = await fillDesk(folder, count);
    const app = await launchApp(deskOn(data));
    const times: DropTimes[] = [];
    try {
      const page = await app.firstWindow();
      page.setDefaultTimeout(60_000);
      await page.waitForSelector('[data-incident]', { state: 'attached' });
      await page.waitForTimeout(5_000);
      await hearPins(page);
      const done = new Set<string>();
      // The first ones warm the code, as those of any shift do.
      for (let made = 0; made < 5; made++) await dropOne(page, done);
      while (times.length < (quick ? 10 : 60)) times.push(await dropOne(page, done));
    } finally {
      await app.close();
    }
    const all = times.map(({ durable, row, map }) => Math.max(durable, row, map));
    const part = (name: keyof DropTimes) => {
      const told = times.map((one) => one[name]);
      return `${name} ${median(told).toFixed(0)}/${percentile(told, 0.95).toFixed(0)}`;
    };
    return [
      {
        row: 'drop',
        measure: `${count} open cases, durable and painted in row and map, p95 of ${all.length}`,
        unit: 'ms',
        ours: percentile(all, 0.95),
        peers: {},
        target: `p95 <= ${TARGET_MS} ms`,
        met: percentile(all, 0.95) <= TARGET_MS,
        note: `median ${median(all).toFixed(0)}; median/p95 of the parts: ${part('durable')}, ${part('row')}, ${part('map')}; by keys, from Enter`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
