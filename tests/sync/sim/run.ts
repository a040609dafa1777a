// npm run sim -- --seeds N [--seed S] [--files] [--postgres] [--jobs J]: plays seeds and holds every world against the rules of sync.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startPostgres } from '#tests/support/postgres.ts';
import { startFleet, type Told } from './fleet.ts';
import { makePlan, type Plan } from './plan.ts';
import { shrink, toRanges } from './shrink.ts';
import { createTally } from './tally.ts';

const { values } = parseArgs({
  options: {
    /** Fresh ones; 20 when left out. */
    seeds: { type: 'string' },
    /** One again; together with `--seeds` what so many are called, before their number. */
    seed: { type: 'string' },
    /** What seeds are called, before their number; the time when left out. The tests play `committed`. */
    name: { type: 'string' },
    /** Only these of the seed's steps, such as 0-4,9. */
    steps: { type: 'string' },
    /** Runs spent on making a failure smaller. */
    shrink: { type: 'string', default: '60' },
    /** On real files by the product's own drivers; else in memory, by a driver that answers at once. */
    files: { type: 'boolean', default: false },
    /** Central on a PostgreSQL of its own instead of on SQLite. */
    postgres: { type: 'boolean', default: false },
    trace: { type: 'boolean', default: false },
    /** Processes; one per core when left out. */
    jobs: { type: 'string' },
    /** Says how far it is after so many seeds. */
    tell: { type: 'string', default: '1000' },
  },
});
const say = (text: string) => process.stdout.write(`${text}\n`);
const { files, steps } = values;
const flags = `${files ? ' --files' : ''}${values.postgres ? ' --postgres' : ''}`;
const jobs = values.jobs === undefined ? undefined : Number(values.jobs);
const fleet = startFleet(join(dirname(fileURLToPath(import.meta.url)), 'player.js'), jobs);
const postgres = values.postgres ? await startPostgres() : null;
async function leave(code: number): Promise<never> {
  fleet.close();
  await postgres?.stop();
  process.exit(code);
}
process.on('exit', () => fleet.close());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void leave(130));

const tally = createTally();
const failed: Told[] = [];
const first = values.name ?? values.seed ?? Date.now().toString(36);
const many = values.seed === undefined || values.seeds !== undefined;
const count = many ? Number(values.seeds ?? 20) : 1;
const seeds = many ? Array.from({ length: count }, (_, i) => `${first}-${i}`) : [first];
say(count === 1 ? `plays ${seeds[0]}` : `plays ${seeds[0]} to ${seeds.at(-1)}`);
const began = performance.now();
let acts = 0;
let cpuMs = 0;
let done = 0;

function summary(): string {
  const seconds = (performance.now() - began) / 1000;
  const pace = `${((done * 60) / seconds).toFixed(1)} a minute`;
  return `${done} seeds${files ? ' on files' : ''}${values.postgres ? ' on PostgreSQL' : ''}, ${acts} acts, ${failed.length} with violations, ${seconds.toFixed(0)} s, ${pace}, ${(cpuMs / 1000 / done).toFixed(2)} s of CPU each`;
}

function report(told: Told): void {
  done += 1;
  acts += told.acts;
  cpuMs += told.cpuMs;
  tally.merge(told.counts);
  for (const line of told.trace ?? []) say(line);
  if (told.violations.length > 0) {
    failed.push(told);
    say(`✗ seed ${told.seed}: ${told.violations.slice(0, 5).join('\n    ')}`);
  }
  if (done % Number(values.tell) === 0 && done < seeds.length) say(summary());
}

const order = {
  files,
  trace: values.trace,
  ...(steps === undefined ? {} : { steps }),
  ...(postgres === null ? {} : { postgres: postgres.server }),
};
await Promise.all(seeds.map(async (seed) => report(await fleet.play({ seed, ...order }))));

const [worst] = failed;
if (worst && steps === undefined && Number(values.shrink) > 0) {
  const plan = makePlan(worst.seed);
  const same = worst.violations[0]?.slice(0, 5) ?? '';
  const fails = async (fewer: Plan) => {
    const kept = toRanges(fewer.steps.map((step) => plan.steps.indexOf(step)));
    const { violations } = await fleet.play({ ...order, trace: false, seed: worst.seed, steps: kept });
    return violations.some((one) => one.startsWith(same));
  };
  const keep = await shrink(plan, fails, Number(values.shrink));
  say(`again: npm run sim -- --seed ${worst.seed} --steps ${toRanges(keep)}${flags}`);
}
for (const [group, counts] of tally.all()) {
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  say(`${group}: ${sorted.map(([name, count]) => `${name} ${count}`).join(' · ')}`);
}
say(summary());
await leave(failed.length === 0 ? 0 : 1);
