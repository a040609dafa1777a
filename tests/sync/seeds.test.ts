import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGeography } from '#shared/geo/geography.ts';
import { makeTemplate } from './sim/central-host.ts';
import { makePlan } from './sim/plan.ts';
import { type Ground, runSeed } from './sim/run-seed.ts';
import { fromRanges, onlySteps, shrink, toRanges } from './sim/shrink.ts';
import { createTally } from './sim/tally.ts';
import { START_MS } from './sim/world.ts';

/** Worlds at a time: while one waits for its stores another goes on. */
const LANES = 4;
const SEEDS = Array.from({ length: 10 }, (_, index) => `committed-${index}`);
const MINUTES = 60_000;

let ground: Ground;
beforeAll(async () => {
  const root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'prihatin-sim-'));
  const geography = loadGeography();
  ground = { root, geography, template: await makeTemplate(root, geography, START_MS) };
});
afterAll(() => rmSync(ground.root, { recursive: true, force: true }));

describe('a simulated country', () => {
  it(
    'keeps every rule of sync through all that can befall it',
    async () => {
      const tally = createTally();
      const left = [...SEEDS];
      const playOn = async () => {
        for (let seed = left.shift(); seed !== undefined; seed = left.shift()) {
          const outcome = await runSeed(ground, seed);
          expect(outcome.violations, `npm run sim -- --seed ${seed}`).toEqual([]);
          expect(outcome.acts, seed).toBeGreaterThanOrEqual(150);
          expect(outcome.actTypes, seed).toBeGreaterThanOrEqual(10);
          expect(outcome.faults, seed).toBeGreaterThanOrEqual(5);
          expect(outcome.faultKinds, seed).toBeGreaterThanOrEqual(3);
          expect(outcome.desks, seed).toBeGreaterThanOrEqual(3);
          expect(outcome.span, seed).toBeGreaterThanOrEqual(60 * MINUTES);
          tally.merge(outcome.tally);
        }
      };
      await Promise.all(Array.from({ length: LANES }, playOn));
      const kinds = (group: string) => [...(tally.all().get(group)?.keys() ?? [])];
      expect(kinds('act').length).toBeGreaterThanOrEqual(20);
      expect(kinds('fault').length).toBeGreaterThanOrEqual(12);
    },
    10 * MINUTES,
  );

  it(
    'is the same twice for the same seed',
    async () => {
      const [once, again] = [await runSeed(ground, 'twice'), await runSeed(ground, 'twice')];
      expect(again.trace).toEqual(once.trace);
      expect(again.hash).toBe(once.hash);
      expect((await runSeed(ground, 'other')).hash).not.toBe(once.hash);
    },
    5 * MINUTES,
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
    expect(onlySteps(plan, keep).steps).toEqual(needed);
  });
});
