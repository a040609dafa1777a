// npm run sim -- --seeds N [--seed S] [--files]: plays seeds and holds every world against the rules of sync.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadGeography } from '#shared/geo/geography.ts';
import { makeTemplate } from './central-host.ts';
import { makePlan, type Plan } from './plan.ts';
import { type Outcome, runSeed } from './run-seed.ts';
import { fromRanges, onlySteps, shrink, toRanges } from './shrink.ts';
import { createTally } from './tally.ts';
import { START_MS } from './world.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    seed: { type: 'string' },
    /** Only these of the seed's steps, such as 0-4,9. */
    steps: { type: 'string' },
    /** Runs spent on making a failure smaller. */
    shrink: { type: 'string', default: '40' },
    files: { type: 'boolean', default: false },
    trace: { type: 'boolean', default: false },
    /** Worlds at a time: while one waits for its stores another goes on. */
    lanes: { type: 'string', default: '4' },
  },
});
const base = values.files || !existsSync('/dev/shm') ? tmpdir() : '/dev/shm';
const root = mkdtempSync(join(base, 'prihatin-sim-'));
const planOf = (seed: string) => {
  const plan = makePlan(seed);
  return values.steps === undefined ? plan : onlySteps(plan, fromRanges(values.steps));
};
const say = (text: string) => process.stdout.write(`${text}\n`);
let bad = 0;
try {
  const geography = loadGeography();
  const ground = { root, geography, template: await makeTemplate(root, geography, START_MS) };
  const tally = createTally();
  const began = performance.now();
  const first = Date.now().toString(36);
  const seeds = values.seed ? [values.seed] : Array.from({ length: Number(values.seeds) }, (_, i) => `${first}-${i}`);
  let acts = 0;
  const failed: Outcome[] = [];
  const left = [...seeds];
  const playOn = async (): Promise<void> => {
    for (let seed = left.shift(); seed !== undefined; seed = left.shift())
      report(await runSeed(ground, seed, planOf(seed)));
  };
  const report = (outcome: Outcome): void => {
    const { seed } = outcome;
    tally.merge(outcome.tally);
    acts += outcome.acts;
    if (values.trace) for (const line of outcome.trace) say(line);
    if (outcome.violations.length === 0) return;
    bad += 1;
    failed.push(outcome);
    say(`✗ seed ${seed}: ${outcome.violations.slice(0, 5).join('\n    ')}`);
  };
  await Promise.all(Array.from({ length: Number(values.lanes) }, playOn));
  const [worst] = failed;
  if (worst && values.steps === undefined && Number(values.shrink) > 0) {
    const plan = planOf(worst.seed);
    const same = worst.violations[0]?.slice(0, 5);
    const fails = async (fewer: Plan) =>
      (await runSeed(ground, worst.seed, fewer)).violations.some((one) => one.startsWith(same ?? ''));
    const keep = await shrink(plan, fails, Number(values.shrink));
    say(`again: npm run sim -- --seed ${worst.seed} --steps ${toRanges(keep)}`);
  }
  for (const [group, counts] of tally.all()) {
    const sorted = [...counts].sort((a, b) => b[1] - a[1]);
    say(`${group}: ${sorted.map(([name, count]) => `${name} ${count}`).join(' · ')}`);
  }
  const seconds = (performance.now() - began) / 1000;
  const pace = `${((seeds.length * 60) / seconds).toFixed(1)} a minute`;
  say(`${seeds.length} seeds, ${acts} acts, ${bad} with violations, ${seconds.toFixed(0)} s, ${pace}`);
} finally {
  rmSync(root, { recursive: true, force: true });
}
process.exit(bad === 0 ? 0 : 1);
