// One process of a fleet: plays the seeds it is given, one line of JSON each way.
import { createInterface } from 'node:readline';
import { loadGeography } from '#shared/geo/geography.ts';
import { makeTemplate } from './central-host.ts';
import { openPostgresGround } from './data-on-postgres.ts';
import { makePlan } from './plan.ts';
import { type Ground, runSeed } from './run-seed.ts';
import { fromRanges, onlySteps } from './shrink.ts';
import { canAnswerAtOnce } from './sqlite-at-once.ts';
import { START_MS } from './world.ts';

/** A seed to play. `steps`: only these of its plan, such as `0-4,9`. */
export interface Order {
  seed: string;
  files: boolean;
  /** Address of a PostgreSQL that central keeps its data on, without a database's name. */
  postgres?: string;
  steps?: string;
  trace?: boolean;
}

/** Where worlds are kept while they are played. */
const [root = '', fileRoot = ''] = process.argv.slice(2);
const geography = loadGeography();
const say = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);
// A deadline counts real time, of which virtual hours take none: none passes, and none has to be kept.
AbortSignal.timeout = () => new AbortController().signal;
const grounds = new Map<string, Promise<Ground>>();

async function groundOf({ files, postgres }: Order): Promise<Ground> {
  const folder = files ? fileRoot : root;
  return {
    root: folder,
    geography,
    files: files || !canAnswerAtOnce(),
    template: await makeTemplate(folder, geography, START_MS, process.pid),
    postgres: postgres === undefined ? undefined : await openPostgresGround(postgres, folder, geography, START_MS),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line) as Order;
  const kind = `${order.files} ${order.postgres}`;
  const making = grounds.get(kind) ?? groundOf(order);
  grounds.set(kind, making);
  const plan = makePlan(order.seed);
  const played = order.steps === undefined ? plan : onlySteps(plan, fromRanges(order.steps));
  const before = process.cpuUsage();
  const { tally, trace, ...outcome } = await runSeed(await making, order.seed, played);
  const counts = [...tally.all()].map(([group, names]) => [group, [...names]]);
  const { user, system } = process.cpuUsage(before);
  const cpuMs = Math.round((user + system) / 1000);
  say({ ...outcome, cpuMs, files: order.files, counts, ...(order.trace ? { trace } : {}) });
}
