import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Cable, layCable } from '#tests/support/cable.ts';
import { root, test } from '#tests/support/electron-app.ts';
import { type SeparateCentral, startSeparateCentral } from '#tests/support/separate-central.ts';
import { signIn } from './desk-hands.ts';

/** A central and a time of its own, in which its consoles and their pages live too. */
export interface House {
  central: SeparateCentral;
  cable: Cable;
  /** Lets time run on, for central, consoles and the pages of these. */
  pass(ms: number, pages: readonly Page[]): Promise<void>;
  /** How much has passed, ms. */
  shift(): number;
  /** What makes a console's time that of the house. */
  wish: { env: Record<string, string>; preload: string[] };
}

/** Tests of desks whose time the test lets pass. */
export const houseTest = test.extend<{ house: House }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function wants from its pattern.
  house: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'prihatin-house-'));
    const file = join(folder, 'shift');
    const preload = join(root, 'tests', 'support', 'shifted-time.cjs');
    const env = { PRIHATIN_TEST_SHIFT: file };
    let shift = 0;
    const central = await startSeparateCentral(join(folder, 'central'), ['-r', preload], env);
    const cable = await layCable(central.url);
    await use({
      central,
      cable,
      shift: () => shift,
      wish: { env, preload: [preload] },
      async pass(ms, pages) {
        shift += ms;
        // At one stroke: a half-written file would set the time back.
        writeFileSync(`${file}.next`, String(shift));
        renameSync(`${file}.next`, file);
        for (const page of pages) await page.evaluate((to) => Object.assign(window, { shiftMs: to }), shift);
        await new Promise((resolve) => setTimeout(resolve, 150));
      },
    });
    await cable.close();
    await central.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

/** Runs in a page before its own scripts: its clock is the computer's plus what the test sets. */
function shiftable(first: number): void {
  const page = window as unknown as { shiftMs?: number };
  const realNow = Date.now.bind(Date);
  Date.now = () => realNow() + (page.shiftMs ?? first);
}

/** Gives a window of a house the house's time. */
export async function liveIn({ shift }: Pick<House, 'shift'>, desk: Page): Promise<void> {
  await desk.addInitScript(shiftable, shift());
  await desk.reload();
}

/** The same, and signs in there. */
export async function takeSeat(
  house: Pick<House, 'shift'>,
  desk: Page,
  account: { username: string; password: string },
): Promise<void> {
  await liveIn(house, desk);
  await signIn(desk, account);
}
