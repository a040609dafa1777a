import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { type Central, createCentral } from '#central/create-central.ts';
import type { Database } from '#central/store/database.ts';
import { readHeadSeq } from '#central/store/head-row.ts';
import type { Geography } from '#shared/geo/geography.ts';
import { uuid7 } from '#shared/kit/uuid7.ts';
import { createRandom } from '#tests/sync/sim/random.ts';
import { openCentralAtOnce } from '#tests/sync/sim/sqlite-at-once.ts';
import type { Post } from './post.ts';
import type { Timeline } from './timeline.ts';

/** The same in every world, so that a copy of the data opens anywhere. */
const MASTER_KEY = new Uint8Array(32).fill(7);
/** Central looks at its clock at least this often, ms. */
const LOOK_MS = 10_000;

/** The real central with its scheduler of messages, in virtual time. */
export interface CentralUnderTest {
  /** Null while it does not run. */
  readonly central: Central | null;
  /** How far its own clock is off, ms. */
  clockOffset: number;
  /** No timer of it runs while true. */
  asleep: boolean;
  /** It dies where its store next begins a transaction. */
  dieSoon(): void;
  start(): Promise<void>;
  /** Drops it where it stands. */
  kill(): Promise<void>;
  /** Has the work that came while it slept done now. */
  wake(): void;
  now(): number;
  /** Head of its log. */
  readonly head: number;
}

export interface CentralNeeds {
  folder: string;
  seed: string;
  template: string;
  timeline: Timeline;
  geography: Geography;
  post: Post;
  /** Something moved. */
  stir(): void;
  onError(line: string): void;
  /** It died by itself. */
  onDeath(): void;
}

/** Puts one together on a copy of the template; it does not run yet. */
export function createCentralUnderTest(needs: CentralNeeds): CentralUnderTest {
  const { timeline } = needs;
  const random = createRandom(`${needs.seed} central`);
  const file = join(needs.folder, 'central.sqlite');
  mkdirSync(needs.folder, { recursive: true });
  copyFileSync(needs.template, file);
  let life: { dead: boolean; dying: boolean } = { dead: true, dying: false };
  let central: Central | null = null;
  let slept: (() => unknown)[] = [];
  let head = 0;

  const holding = (mine: typeof life) => (): Database => {
    const database = openCentralAtOnce(file);
    for (const pool of [database.reader, database.writer]) pool.on('query-response', needs.stir);
    const transaction = (work: never): Promise<unknown> => {
      if (mine.dying) {
        mine.dead = true;
        needs.onDeath();
      }
      if (mine.dead) return Promise.reject(new Error('this central is gone'));
      return database.writer.transaction(work);
    };
    const writer = new Proxy(database.writer, {
      get: (target, name) => (name === 'transaction' ? transaction : (Reflect.get(target, name) as unknown)),
    });
    return { ...database, writer };
  };

  const self: CentralUnderTest = {
    clockOffset: 0,
    asleep: false,
    get central() {
      return life.dead ? null : central;
    },
    now: () => timeline.now() + self.clockOffset,
    get head() {
      return head;
    },
    dieSoon() {
      life.dying = true;
    },
    async start() {
      const mine = { dead: false, dying: false };
      const log = pino({ level: 'error' }, { write: (line: string) => (mine.dead ? undefined : needs.onError(line)) });
      const after = (ms: number, work: () => unknown) =>
        timeline.after(
          ms,
          () => {
            if (mine.dead) return;
            if (self.asleep) slept.push(work);
            else work();
          },
          ms >= LOOK_MS && ms < 2 * LOOK_MS ? LOOK_MS : undefined,
        );
      const options = { channels: needs.post.channels(), lang: 'en' as const, link: null, after };
      central = await createCentral({
        dataFolder: needs.folder,
        profile: 'demo',
        version: 'sim',
        masterKey: MASTER_KEY,
        clock: self.now,
        newId: () => uuid7(timeline.now(), random.bytes(10)),
        log,
        geography: needs.geography,
        notify: options,
        holding: holding(mine),
      });
      life = mine;
      head = await readHeadSeq(central.parts.database.reader);
      central.parts.bell.listen((seq) => {
        head = seq;
      });
    },
    async kill() {
      life.dead = true;
      slept = [];
      const old = central;
      central = null;
      if (old === null) return;
      // Whoever waits for a silent peer waits for ever: the process takes that with it.
      await Promise.race([old.close().catch(() => {}), new Promise((resolve) => setTimeout(resolve, 5))]);
    },
    wake() {
      self.asleep = false;
      for (const work of slept.splice(0)) work();
    },
  };
  return self;
}
