import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Geography } from '#shared/geo/geography.ts';
import { readLog } from './check/central-log.ts';
import { checkActs } from './check/check-acts.ts';
import { checkHeldLogs } from './check/check-held-logs.ts';
import { checkLog } from './check/check-log.ts';
import { checkReplicas } from './check/check-replicas.ts';
import { checkWrites, type Saw } from './check/check-writes.ts';
import type { PostgresGround } from './data-on-postgres.ts';
import { heal } from './heal.ts';
import { FEWEST_ACTS, FEWEST_FAULTS, makePlan, type Plan } from './plan.ts';
import { play } from './play.ts';
import type { Tally } from './tally.ts';
import { openWorld, START_MS, type World } from './world.ts';

/** Where runs put their files, and what they share. */
export interface Ground {
  root: string;
  template: string;
  geography: Geography;
  /** Stores on real files by the product's own drivers; else in memory, by one that answers at once. */
  files: boolean;
  /** Where centrals keep their data; in a file each when left out. */
  postgres?: PostgresGround | undefined;
}

/** What came of one seed. */
export interface Outcome {
  seed: string;
  /** What must hold and did not, in words; empty when all held. */
  violations: string[];
  hash: string;
  tally: Tally;
  acts: number;
  actTypes: number;
  faults: number;
  faultKinds: number;
  desks: number;
  /** Virtual ms. */
  span: number;
  trace: readonly string[];
}

let runs = 0;

/** Plays a seed's plan, heals the world and holds it against the rules. @param plan another plan under this seed */
export async function runSeed(ground: Ground, seed: string, plan: Plan = makePlan(seed)): Promise<Outcome> {
  const folder = join(ground.root, `world-${process.pid}-${runs++}`);
  const world = await openWorld({
    folder,
    template: ground.template,
    seed,
    geography: ground.geography,
    files: ground.files,
    postgres: ground.postgres,
  });
  const violations: string[] = [];
  try {
    for (const cast of plan.desks) await world.addDesk(cast)?.start();
    await world.settle();
    for (const step of plan.steps) await play(world, step);
    for (const step of plan.spare)
      if (step.kind === 'act' ? actsOf(world) < FEWEST_ACTS : fewFaults(world)) await play(world, step);
    violations.push(...(await judge(world)));
  } catch (error) {
    violations.push(`it broke: ${error instanceof Error ? (error.stack ?? error.message) : 'thrown value'}`);
  } finally {
    await world.close().catch((error: unknown) => violations.push(`it did not end: ${String(error)}`));
    rmSync(folder, { recursive: true, force: true });
  }
  for (const violation of violations) world.trace.add('violation', violation.split('\n')[0] ?? '');
  const counts = (group: string) => [...(world.tally.all().get(group) ?? new Map<string, number>()).values()];
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  return {
    seed,
    violations,
    hash: world.trace.hash(),
    tally: world.tally,
    acts: sum(counts('act')),
    actTypes: counts('act').length,
    faults: sum(counts('fault')),
    faultKinds: counts('fault').length,
    desks: world.desks.length,
    span: world.timeline.now() - START_MS,
    trace: world.trace.lines(),
  };
}

/** Acts that consoles said were done. */
const actsOf = (world: World) => world.desks.reduce((sum, desk) => sum + desk.acknowledged.length, 0);

function fewFaults(world: World): boolean {
  const counts = [...(world.tally.all().get('fault')?.values() ?? [])];
  return counts.length < FEWEST_FAULTS.kinds || counts.reduce((a, b) => a + b, 0) < FEWEST_FAULTS.all;
}

/** Whether an author truly had an event when they acted, by the log of the epoch they acted in. */
function whoSaw(world: World): Saw {
  return (author, other) => {
    if (author.device === other.device) return true;
    const lost = world.lostLogs.get(world.madeIn.get(author.act) ?? '');
    const seq = lost === undefined ? other.seq : lost.get(other.id);
    return seq !== undefined && seq <= author.seen;
  };
}

async function judge(world: World): Promise<string[]> {
  const unquiet = await heal(world);
  if (unquiet !== null) return [unquiet, ...world.errors];
  const log = await readLog(world.central.central);
  for (const event of log) world.trace.add(event.seq ?? 0, event.id, event.type);
  // Held acts are for supervisors alone, whose pages are not told apart here.
  const forAll = log.filter((event) => event.subject.kind !== 'act');
  const bySeq = new Map(forAll.map((event) => [event.seq ?? 0, event.id]));
  return [
    ...checkLog(log, world.central.sameBackupTwice),
    ...(await checkActs(world, log)),
    ...checkWrites(log, whoSaw(world)),
    ...(await checkReplicas(world, log)),
    ...(await checkHeldLogs(world, log)),
    ...world.pages.faults(world.central.epoch, bySeq),
    ...world.errors.map((error) => `an error was logged: ${error}`),
  ];
}
