import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { startAlarmBoard } from '#engine/alarms/alarm-board.ts';
import { createEngine, type Engine } from '#engine/create-engine.ts';
import type { EngineLog } from '#engine/log.ts';
import { PLAIN_BOX } from '#engine/secret-box.ts';
import type { Database, OpenDatabase } from '#engine/store/database.ts';
import { readMeta } from '#engine/store/meta.ts';
import type { SyncParts } from '#engine/sync/sync-loop.ts';
import { openRound, type SyncRound } from '#engine/sync/sync-round.ts';
import { memoryPair } from '#engine/transport/memory-pair.ts';
import type { Act, Committed } from '#shared/contract/acts.ts';
import type { EngineBridge, Reply, ReplyFrame, RequestFrame } from '#shared/contract/carrier.ts';
import { createCaller } from '#shared/contract/create-caller.ts';
import type { Geography } from '#shared/geo/geography.ts';
import { uuid7 } from '#shared/kit/uuid7.ts';
import { type CAST, PASSWORD } from './cast.ts';
import { type Answer, createLine, type Line, type Sent } from './line.ts';
import { makeOlder } from './older-store.ts';
import { createRandom } from './random.ts';
import type { Stir } from './stir.ts';
import { createStoreGuard, type StoreGuard } from './store-guard.ts';
import type { Tally } from './tally.ts';
import type { Timeline } from './timeline.ts';
import type { Trace } from './trace.ts';

/** Log positions a console asks for at a time: often small, so that pulls are of many pages and break between them. */
const PAGE_SIZES = [12, 60, 250, 250];

/** A console looks at its own clock every few seconds, for days: a drowsy computer does so sixty times less often. */
const drowsy = (ms: number) => (ms <= 60_000 ? ms * 60 : ms);

/** What a kept password costs is not what is simulated. */
const CHEAP = 2;

/** Alarms follow from the log and write nothing to it; looking at them every few seconds would be most of a world's work. */
const SILENT_ROOM: ReturnType<typeof startAlarmBoard> = {
  picture: () => {
    throw new Error('nobody is in the room');
  },
  guesses: () => [],
  guessesOf: () => [],
  shareOf: () => null,
  oldest: () => null,
  room: () => () => {},
  hears: () => null,
  subscribe: () => () => {},
  stop: async () => {},
};

/** What this console said was done. */
export interface Acknowledged extends Committed {
  kind: Act['kind'];
  /** It went with a disk that was put back from an older copy, unless it was sent before. */
  lost?: boolean;
  /** True time, ms since 1970. */
  at: number;
}

/** One console of the world: the real engine on its real store, its way to central and its own wrong clock. */
export interface Desk {
  readonly name: string;
  readonly who: (typeof CAST)[number];
  readonly folder: string;
  readonly line: Line;
  readonly acknowledged: Acknowledged[];
  /** Null while it is not running. */
  readonly parts: SyncParts | null;
  readonly guard: StoreGuard;
  /** How far its own clock is off, ms. */
  clockOffset: number;
  /** Copies its disk as it is now. */
  keepDisk(): void;
  readonly diskKept: boolean;
  /** Puts the kept copy in its disk's place; it must not run. What it did since and did not send is lost. */
  putBack(): void;
  /** Makes its store one of an earlier version, where one could be; it must not run. @param upTo the last step that version had taken */
  makeOlder(upTo: number): Promise<boolean>;
  /** A full disk stays full over a restart. */
  diskFull: boolean;
  start(): Promise<void>;
  /** Drops it where it stands. @param reboot the computer went too */
  kill(reboot: boolean): Promise<void>;
  /** Makes one act as a window would. */
  commit(act: Act): Promise<Reply<Committed>>;
  ask: EngineBridge['call'];
  /** Takes up or goes on with the connection: who is it, pull, push, pull, where there is something. Never throws; ends with the line's first failure. */
  sync(): Promise<void>;
  /** Nothing of it is under way but what waits for the line. */
  atRest(): boolean;
  /** The code of the last failed sync, or null. */
  readonly trouble: string | null;
}

export interface DeskParts {
  name: string;
  who: (typeof CAST)[number];
  folder: string;
  seed: string;
  geography: Geography;
  timeline: Timeline;
  tally: Tally;
  trace: Trace;
  ask(sent: Sent): Promise<Answer>;
  /** The log's end as central would tell it on the live stream; null while it is down. */
  head(): number | null;
  /** Told in which epoch, as this console knew it, it made acts that lie durable in its store. */
  made(acts: readonly string[], epoch: string): void;
  during<T>(work: Promise<T>): Promise<T>;
  log: EngineLog;
  openDatabase: OpenDatabase;
  stir: Stir;
}

/** Makes a console that is not started yet. @param copyOf the folder of another, whose disk this one is a copy of */
export function createDesk(parts: DeskParts, copyOf?: string): Desk {
  const { timeline, trace, tally, stir } = parts;
  const random = createRandom(`${parts.seed} ${parts.name}`);
  const pageSize = createRandom(`${parts.seed} page of ${parts.name}`).pick(PAGE_SIZES);
  const line = createLine({ ...parts, random: createRandom(`${parts.seed} line of ${parts.name}`) });
  if (copyOf === undefined) mkdirSync(parts.folder, { recursive: true });
  else cpSync(copyOf, parts.folder, { recursive: true });
  const credentialsFile = join(parts.folder, 'account.json');
  const { username } = parts.who;
  // The demo's own sign-in takes only whoever sees everything: the file says so, central knows better.
  const user = { username, password: PASSWORD, role: 'coordinator', scope: { kind: 'hq' } };
  writeFileSync(credentialsFile, JSON.stringify({ users: [user] }));

  let engine: Engine | null = null;
  let captured: SyncParts | null = null;
  let caller: EngineBridge | null = null;
  let guard = createStoreGuard(parts.openDatabase, stir);
  let round: SyncRound | null = null;
  let syncing: Promise<void> | null = null;
  let working = 0;
  let boots = 0;
  let bootAt = timeline.now();
  let trouble: string | null = null;

  async function busy<T>(work: Promise<T>): Promise<T> {
    working += 1;
    try {
      return await work;
    } finally {
      working -= 1;
      stir.poke();
    }
  }
  const alive = () => engine !== null && !guard.dead;
  const readEpoch = async (db: Database) => (await readMeta(db, 'epoch')) ?? '';
  /** What it did and died over before anyone heard: durable, and made in the epoch its store still tells. */
  async function tellUnheard(): Promise<void> {
    const db = captured?.ledger.reader;
    if (!db) return;
    const rows = await db.all<{ act: string }>('SELECT DISTINCT act FROM event WHERE state = 1');
    parts.made(
      rows.map(({ act }) => act),
      await readEpoch(db),
    );
  }

  const kept = `${parts.folder}-kept`;
  let keptAt = 0;
  const wallIso = () => new Date(timeline.now() + desk.clockOffset).toISOString();
  const desk: Desk & { diskKept: boolean } = {
    name: parts.name,
    who: parts.who,
    folder: parts.folder,
    line,
    acknowledged: [],
    clockOffset: 0,
    diskFull: false,
    diskKept: false,
    keepDisk() {
      // Of an earlier copy nothing stays: its journal would be played over the newer store.
      rmSync(kept, { recursive: true, force: true });
      cpSync(parts.folder, kept, { recursive: true });
      desk.diskKept = true;
      keptAt = desk.acknowledged.length;
    },
    putBack() {
      rmSync(parts.folder, { recursive: true, force: true });
      cpSync(kept, parts.folder, { recursive: true });
      for (const file of ['console.lock', 'console.lock-journal']) rmSync(join(parts.folder, file), { force: true });
      for (const one of desk.acknowledged.slice(keptAt)) one.lost = true;
    },
    makeOlder: (upTo) => busy(makeOlder(parts.openDatabase, parts.folder, upTo, wallIso)),
    get parts() {
      return alive() ? captured : null;
    },
    get guard() {
      return guard;
    },
    get trouble() {
      return trouble;
    },
    async start() {
      const mine = createStoreGuard(parts.openDatabase, stir);
      guard = mine;
      mine.full = desk.diskFull;
      const boot = `${parts.name} ${boots}`;
      try {
        const made = await busy(
          createEngine({
            folder: parts.folder,
            profile: 'demo',
            lang: 'ms',
            facts: { version: 'sim', runtime: 'sim', embedded: false },
            time: { wall: () => timeline.now() + desk.clockOffset, monotonic: () => timeline.now() - bootAt, boot },
            timers: { after: (ms, work) => timeline.after(drowsy(ms), () => (mine.dead ? undefined : work())) },
            random: (bytes) => random.bytes(bytes),
            fetch: line.fetch,
            log: parts.log,
            box: PLAIN_BOX,
            passwordCost: CHEAP,
            geography: parts.geography,
            openDatabase: mine.open,
            alarms: () => SILENT_ROOM,
            sync(given) {
              captured = given;
              return { toCentral() {}, wake() {}, again() {}, async stop() {} };
            },
          }),
        );
        engine = made;
        made.setCentral({ url: 'http://central', credentialsFile });
        await busy(tellUnheard());
        const [page, ours] = memoryPair<ReplyFrame, RequestFrame>();
        made.attach(ours, { role: 'desk', window: parts.name });
        const window = createCaller('desk');
        window.attach(page);
        caller = window;
      } catch (error) {
        trace.add(parts.name, 'did not start', codeOf(error));
        mine.kill();
        await mine.release();
        engine = null;
      }
    },
    async kill(reboot) {
      guard.kill();
      line.hangUp();
      await syncing;
      await guard.release();
      engine = null;
      captured = null;
      caller = null;
      round = null;
      if (reboot) {
        boots += 1;
        bootAt = timeline.now();
      }
    },
    async commit(act) {
      if (!alive() || caller === null) return { ok: false, failure: { code: 'gone', message: { key: 'gone' } } };
      const commandId = uuid7(timeline.now(), random.bytes(10));
      const reply = await busy(beforeDeath(guard, caller.call('act.commit', { commandId, via: 'keys', act })));
      const db = desk.parts?.ledger.reader;
      const epoch = db ? await busy(readEpoch(db)) : '';
      if (!reply.ok) return reply;
      parts.made([reply.value.act], epoch);
      desk.acknowledged.push({ ...reply.value, kind: act.kind, at: timeline.now() });
      return reply;
    },
    ask: (name, input) => {
      if (caller === null) throw new Error('the console is not running');
      return busy(caller.call(name, input));
    },
    sync() {
      if (syncing !== null || !alive() || captured === null) return syncing ?? Promise.resolve();
      const now = captured;
      const mine = guard;
      const once = async () => {
        try {
          if (round === null) {
            round = openRound(now, 'http://central', new AbortController().signal, pageSize);
            await round.meet();
            await round.pull();
          }
          const here = round;
          // As the product's own loop: the log is asked for when its end has moved.
          const behind = async () => parts.head() !== (await readMeta(now.ledger.reader, 'position'));
          if (await behind()) await here.pull();
          await here.push();
          if (await behind()) await here.pull();
          trouble = null;
        } catch (error) {
          round = null;
          trouble = codeOf(error);
          if (!mine.dead) trace.add(parts.name, 'sync failed', trouble);
          tally.add('sync failed', trouble);
        }
      };
      syncing = once().finally(() => {
        syncing = null;
        stir.poke();
      });
      return syncing;
    },
    atRest: () => working === 0 && guard.busy() === 0 && (syncing === null || line.waiting() > 0),
  };
  return desk;
}

/** An answer that a dead console can't give any more is none. */
async function beforeDeath<T>(guard: StoreGuard, call: Promise<Reply<T>>): Promise<Reply<T>> {
  const reply = await call;
  return guard.dead ? { ok: false, failure: { code: 'gone', message: { key: 'gone' } } } : reply;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'thrown value';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : `${error.name}: ${error.message.slice(0, 80)}`;
}
