import { execFileSync, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, expect, it } from 'vitest';
import { FAULTS, MOMENTS } from './plan.ts';
import type { NightTold } from './run-night.ts';

/** Each fault at each moment twice, and some: three hundred strikes, and whatever else comes. */
const NIGHTS = 150;
const root = join(import.meta.dirname, '..', '..');
const FLAGS = ['--enable-source-maps', '--max-semi-space-size=64'];

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'tests', 'escalation', 'build.mjs')], { cwd: root });
});

/** Plays all nights, one process a core. */
async function playAll(): Promise<NightTold[]> {
  const told: NightTold[] = [];
  const jobs = availableParallelism();
  const one = (first: number) =>
    new Promise<void>((resolve, reject) => {
      const args = [...FLAGS, join(root, 'out', 'escalation', 'player.js'), `${first}`, `${NIGHTS}`, `${jobs}`];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      createInterface({ input: child.stdout }).on('line', (line) => told.push(JSON.parse(line) as NightTold));
      child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`nights from ${first}: ended ${code}`))));
    });
  await Promise.all(Array.from({ length: jobs }, (_, first) => one(first)));
  return told;
}

it('P-20, P-22, P-23, P-24, P-25: whatever befalls consoles, central and the post in the middle of an escalation, each threshold is told once, in time or said to be late', async () => {
  const told = await playAll();
  expect(told).toHaveLength(NIGHTS);
  for (const { number, violations } of told) expect(violations, `node out/escalation/player.js ${number}`).toEqual([]);
  const counts = (of: (night: NightTold) => number) => told.reduce((sum, night) => sum + of(night), 0);
  expect(counts(({ messages }) => messages)).toBeGreaterThan(2_000);
  expect(counts(({ alarms }) => alarms)).toBeGreaterThan(2_000);
  const struck = new Set(told.flatMap(({ faults }) => faults));
  expect(FAULTS.filter((fault) => !struck.has(fault))).toEqual([]);
  expect(counts(({ faults }) => faults.length)).toBeGreaterThanOrEqual(2 * FAULTS.length * MOMENTS.length);
  expect(NIGHTS).toBeGreaterThanOrEqual(FAULTS.length * MOMENTS.length);
}, 600_000);
