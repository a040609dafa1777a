import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { EngineLog } from '#engine/log.ts';
import { openDatabase } from '#engine/store/database.ts';
import type { Geography } from '#shared/geo/geography.ts';
import { CAST } from './cast.ts';
import { dataInFolder } from './central-data.ts';
import { type CentralHost, openCentralHost } from './central-host.ts';
import type { PostgresGround } from './data-on-postgres.ts';
import { createDesk, type Desk } from './desk.ts';
import { createPages, type Pages } from './pages.ts';
import { createRandom } from './random.ts';
import { firstRights, type Rights } from './rights.ts';
import { openCentralAtOnce, openConsoleAtOnce } from './sqlite-at-once.ts';
import { createStir } from './stir.ts';
import { createTally, type Tally } from './tally.ts';
import { createTimeline, type Timeline } from './timeline.ts';
import { createTrace, type Trace } from './trace.ts';

/** Where every world begins: a Monday morning in Malaysia, ms since 1970. */
export const START_MS = Date.parse('2026-11-23T08:00:00+08:00');
/** Real time after which something that should come to rest counts as stuck, ms. */
const STUCK_MS = 60_000;
const MOST_DESKS = 12;
/** Tokens run out within minutes, as the product's, in some worlds; in most a desk is not asked for a new one at every turn. */
const ACCESS_SECONDS = [900, 14_400, 86_400, 86_400];
/** What calls of a console that was dropped end with. */
const GONE = 'the console is gone';

/** Consoles, a central and what lies between, in virtual time. */
export interface World {
  timeline: Timeline;
  trace: Trace;
  tally: Tally;
  central: CentralHost;
  pages: Pages;
  /** Every log that was lost when central was restored: seq by event id, by epoch. */
  lostLogs: Map<string, Map<string, number>>;
  /** Central's epoch as its console knew it when it made an act, by act: also of one whose answer nobody heard. */
  madeIn: Map<string, string>;
  desks: Desk[];
  /** What central lets everyone see and do now, by their ids. */
  rights: Map<string, Rights>;
  /** Waits until all store calls have settled and everyone at work waits for the line; buries and revives the dead. */
  settle(): Promise<void>;
  /** Lets virtual time pass. @param to ms since 1970 */
  advance(to: number): Promise<void>;
  addDesk(cast: number, copyOf?: Desk): Desk | null;
  kill(desk: Desk, reboot: boolean, downMs: number): Promise<void>;
  /** Lets `work` run while the world waits for it at each settling. */
  during<T>(work: Promise<T>): Promise<T>;
  /** How long a console that dies by an armed point stays down, ms. */
  downAfterCrash: Map<string, number>;
  /** What the consoles and central wrote into their logs as errors. */
  errors: string[];
  close(): Promise<void>;
}

export interface WorldParts {
  folder: string;
  template: string;
  seed: string;
  geography: Geography;
  /** The product's own drivers on real files, instead of ones that answer at once. */
  files: boolean;
  /** Central's data lies there; in a file when left out. */
  postgres?: PostgresGround | undefined;
}

/** Opens an empty world: a central with its people, no consoles. */
export async function openWorld(parts: WorldParts): Promise<World> {
  mkdirSync(parts.folder, { recursive: true });
  const timeline = createTimeline(START_MS);
  const trace = createTrace(timeline.now);
  const tally = createTally();
  const pages = createPages(tally);
  const errors: string[] = [];
  const stir = createStir();
  let under = 0;
  const folder = join(parts.folder, 'central');
  const data =
    (await parts.postgres?.newData()) ??
    dataInFolder(folder, parts.template, parts.files ? undefined : openCentralAtOnce);
  const central = await openCentralHost({
    folder,
    data,
    geography: parts.geography,
    clock: timeline.now,
    accessSeconds: createRandom(`tokens ${parts.seed}`).pick(ACCESS_SECONDS),
    random: createRandom(`central ${parts.seed}`),
    onError: (line) => void errors.push(`central: ${line}`),
  });
  const log: EngineLog = {
    error(message, facts) {
      const line = `${message} ${JSON.stringify(facts ?? {})}`;
      if (!line.includes(GONE) && !line.includes('SQLITE_FULL')) errors.push(line);
    },
    info: () => {},
    debug: () => {},
  };

  const world: World = {
    timeline,
    trace,
    tally,
    central,
    pages,
    lostLogs: new Map(),
    madeIn: new Map(),
    desks: [],
    rights: firstRights(),
    downAfterCrash: new Map(),
    errors,
    async settle() {
      let stuck = false;
      const alarm = setTimeout(() => {
        stuck = true;
        stir.poke();
      }, STUCK_MS);
      for (let quiet = 0; quiet < 2; ) {
        await turn();
        quiet = under === 0 && world.desks.every((desk) => desk.guard.dead || desk.atRest()) ? quiet + 1 : 0;
        if (quiet === 0) await stir.next();
        if (stuck) throw new Error('the world does not come to rest');
      }
      clearTimeout(alarm);
      for (const desk of world.desks) {
        const point = desk.guard.diedAt;
        if (point === null || buried.has(desk.guard)) continue;
        tally.add('fault', `crash ${point}`);
        trace.add(desk.name, 'died', point);
        await world.kill(desk, false, world.downAfterCrash.get(desk.name) ?? 1_000);
      }
      if (!central.up && !reviving) {
        reviving = true;
        timeline.after(centralDown, () => void world.during(revive()));
      }
    },
    advance: (to) => timeline.advance(to, () => world.settle()),
    addDesk(cast, copyOf) {
      const who = CAST[cast % CAST.length];
      if (who === undefined || world.desks.length >= MOST_DESKS) return null;
      const name = `desk-${world.desks.length}`;
      const desk = createDesk(
        {
          name,
          who: copyOf?.who ?? who,
          folder: join(parts.folder, name),
          seed: parts.seed,
          geography: parts.geography,
          timeline,
          tally,
          trace,
          log,
          stir,
          openDatabase: parts.files ? openDatabase : openConsoleAtOnce,
          during: world.during,
          // What waits in a new epoch, or in a copy, may have been made before: the first word counts.
          made: (acts, epoch) => {
            for (const act of acts) if (!world.madeIn.has(act)) world.madeIn.set(act, epoch);
          },
          head: () => central.head,
          ask: async (sent) => {
            const answer = await central.ask(sent);
            pages.note(sent, answer);
            return answer;
          },
        },
        copyOf?.folder,
      );
      world.desks.push(desk);
      return desk;
    },
    async kill(desk, reboot, downMs) {
      buried.add(desk.guard);
      await desk.kill(reboot);
      timeline.after(downMs, () => void world.during(desk.start()));
    },
    async during(work) {
      under += 1;
      try {
        return await work;
      } finally {
        under -= 1;
        stir.poke();
      }
    },
    async close() {
      for (const desk of world.desks) await desk.kill(false);
      await central.kill();
      await data.remove();
    },
  };
  const buried = new Set<Desk['guard']>();
  let reviving = false;
  const centralDown = 30_000;
  const revive = async () => {
    await central.start();
    reviving = false;
    trace.add('central', 'is back');
  };
  return world;
}
