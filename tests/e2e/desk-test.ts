import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiCase, ApiIncident } from '#shared/contract/api/read.ts';
import { test as base } from '#tests/support/electron-app.ts';
import { type SeparateCentral, startSeparateCentral } from '#tests/support/separate-central.ts';

/** Tests of a desk on a central of its own: a process with the demo's sample, ended with its data after the test. */
export const test = base.extend<{ central: SeparateCentral }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function wants from its pattern.
  central: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'prihatin-central-'));
    const central = await startSeparateCentral(folder);
    await use(central);
    await central.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

/** The cases of an incident as central holds them, by ordinal. */
export async function casesOf(central: SeparateCentral, incident: string): Promise<ApiCase[]> {
  const { cases } = await central.read<ApiIncident>(`/v1/incidents/${incident}`);
  return cases.toSorted((a, b) => a.victim.ordinal - b.victim.ordinal);
}

/** The one case of an incident. */
export async function caseOf(central: SeparateCentral, incident: string): Promise<ApiCase> {
  const [first] = await casesOf(central, incident);
  if (!first) throw new Error(`incident ${incident} has no case`);
  return first;
}

export { expect } from '#tests/support/electron-app.ts';
