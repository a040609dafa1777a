import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres } from '#tests/support/postgres.ts';
import { DEEDS } from './sim/deed-list.ts';
import { type Fleet, startFleet, type Told } from './sim/fleet.ts';
import { FAULTS, makePlan } from './sim/plan.ts';
import { fromRanges, onlySteps, shrink, toRanges } from './sim/shrink.ts';
import { createTally } from './sim/tally.ts';

/** Played in every run of the tests. */
const IN_MEMORY = 200;
const ON_FILES = 12;
const MINUTE = 60_000;
const root = join(import.meta.dirname, '..', '..');

let fleet: Fleet;
beforeAll(() => {
  const build = join(root, 'tests', 'sync', 'sim', 'build.mjs');
  const built = spawnSync(process.execPath, [build, '--build-only'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the simulation does not build: ${built.stderr}`);
  fleet = startFleet(join(root, 'out', 'sim', 'player.js'));
});
afterAll(() => fleet?.close());

function expectWhole(told: Told): void {
  const { seed } = told;
  expect(told.violations, `npm run sim -- --seed ${seed}${told.files ? ' --files' : ''}`).toEqual([]);
  expect(told.acts, seed).toBeGreaterThanOrEqual(150);
  expect(told.actTypes, seed).toBeGreaterThanOrEqual(10);
  expect(told.faults, seed).toBeGreaterThanOrEqual(5);
  expect(told.faultKinds, seed).toBeGreaterThanOrEqual(3);
  expect(told.desks, seed).toBeGreaterThanOrEqual(3);
  expect(told.span, seed).toBeGreaterThanOrEqual(60 * MINUTE);
}

describe('a simulated country', () => {
  it(
    `keeps every rule of sync through all that can befall it, ${IN_MEMORY} times in memory and ${ON_FILES} on files`,
    async () => {
      const tally = createTally();
      const orders = [
        ...Array.from({ length: ON_FILES }, (_, index) => ({ seed: `on-files-${index}`, files: true })),
        ...Array.from({ length: IN_MEMORY }, (_, index) => ({ seed: `committed-${index}`, files: false })),
      ];
      const told = await Promise.all(orders.map((order) => fleet.play(order)));
      for (const one of told) {
        expectWhole(one);
        tally.merge(one.counts);
      }
      const kinds = (group: string) => [...(tally.all().get(group)?.keys() ?? [])];
      expect([...DEEDS, 'erase'].filter((deed) => !kinds('act').includes(deed))).toEqual([]);
      expect(FAULTS.filter((fault) => !kinds('fault').includes(fault))).toEqual([]);
    },
    20 * MINUTE,
  );

  it(
    'is the same twice for the same seed',
    async () => {
      const order = { seed: 'twice', files: false, trace: true };
      const [once, again, other] = [
        await fleet.play(order),
        await fleet.play(order),
        await fleet.play({ ...order, seed: 'other' }),
      ];
      expect(again.trace).toEqual(once.trace);
      expect(again.hash).toBe(once.hash);
      expect(other.hash).not.toBe(once.hash);
    },
    5 * MINUTE,
  );

  it(
    'goes the same way, act by act, where central keeps its data on PostgreSQL',
    async () => {
      const postgres = await startPostgres();
      try {
        const order = { seed: 'pg-1', files: false, trace: true };
        const here = await fleet.play(order);
        const there = await fleet.play({ ...order, postgres: postgres.server });
        expectWhole(there);
        expect(there.trace).toEqual(here.trace);
      } finally {
        await postgres.stop();
      }
    },
    5 * MINUTE,
  );
});

describe('shrinking', () => {
  it('leaves the steps a failure needs, and says them shortly', async () => {
    const plan = makePlan('shrink');
    const needed = [3, 40, 41, 120].map((index) => plan.steps[index]);
    const fails = async (fewer: typeof plan) => needed.every((step) => step && fewer.steps.includes(step));
    const keep = await shrink(plan, fails, 400);
    expect(keep).toEqual([3, 40, 41, 120]);
    expect(toRanges(keep)).toBe('3,40-41,120');
    expect(fromRanges('3,40-41,120')).toEqual(keep);
    expect(fromRanges(toRanges([]))).toEqual([]);
    expect(onlySteps(plan, keep).steps).toEqual(needed);
  });
});
