import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '#engine/create-engine.ts';
import type { EngineLog } from '#engine/log.ts';
import { PLAIN_BOX } from '#engine/secret-box.ts';
import type { Fetch } from '#engine/sync/central-api.ts';
import type { SyncParts } from '#engine/sync/sync-loop.ts';
import { openRound } from '#engine/sync/sync-round.ts';
import { memoryPair } from '#engine/transport/memory-pair.ts';
import type { Act, Committed } from '#shared/contract/acts.ts';
import type { EngineBridge, Reply, ReplyFrame, RequestFrame } from '#shared/contract/carrier.ts';
import { createCaller } from '#shared/contract/create-caller.ts';
import type { AlarmPicture } from '#shared/contract/view/alarms.ts';
import type { Geography } from '#shared/geo/geography.ts';
import { uuid7 } from '#shared/kit/uuid7.ts';
import { PASSWORD } from '#tests/sync/sim/cast.ts';
import { createRandom } from '#tests/sync/sim/random.ts';
import { openConsoleAtOnce } from '#tests/sync/sim/sqlite-at-once.ts';
import { createStoreGuard } from '#tests/sync/sim/store-guard.ts';
import type { Timeline } from './timeline.ts';

/** The board looks at the time at least this often, ms. */
const LOOK_MS = 5_000;
/** The time is kept this often, ms: a world keeps it ten times less often. */
const KEEP_MS = 60_000;

/** One console: the real engine with its alarms, its computer's clock and its way to central. */
export interface ConsoleUnderTest {
  readonly name: string;
  /** Null while it does not run. */
  readonly parts: SyncParts | null;
  /** The last picture a window of it got in this run; null before the first. */
  readonly picture: AlarmPicture | null;
  clockOffset: number;
  asleep: boolean;
  /** It may hold something that central has not. */
  readonly unsent: boolean;
  start(): Promise<void>;
  /** @param reboot the computer went too */
  kill(reboot: boolean): Promise<void>;
  wake(): void;
  commit(act: Act, happenedAt?: string): Promise<Reply<Committed> | null>;
  /** Meets central, pulls, pushes, pulls. @returns whether all came through */
  sync(): Promise<boolean>;
}

export interface ConsoleNeeds {
  name: string;
  seed: string;
  folder: string;
  username: string;
  timeline: Timeline;
  geography: Geography;
  fetch: Fetch;
  log: EngineLog;
  stir(): void;
  onPicture(picture: AlarmPicture): void;
}

/** Makes one on its folder; it does not run yet. */
export function createConsoleUnderTest(needs: ConsoleNeeds): ConsoleUnderTest {
  const { timeline, stir } = needs;
  const random = createRandom(`${needs.seed} ${needs.name}`);
  const credentialsFile = join(needs.folder, 'account.json');
  const user = { username: needs.username, password: PASSWORD, role: 'coordinator', scope: { kind: 'hq' } };
  writeFileSync(credentialsFile, JSON.stringify({ users: [user] }));
  let captured: SyncParts | null = null;
  let caller: EngineBridge | null = null;
  let picture: AlarmPicture | null = null;
  let slept: (() => void)[] = [];
  let unsent = true;
  let boots = 0;
  let bootAt = timeline.now() - 3_600_000;
  const openDatabase = async (file: string) => {
    const real = await openConsoleAtOnce(file);
    const told =
      <A extends unknown[], T>(call: (...words: A) => Promise<T>) =>
      (...words: A) => {
        stir();
        return call(...words);
      };
    return { run: told(real.run), all: told(real.all), get: told(real.get), exec: told(real.exec), close: real.close };
  };
  const poke = { poke: stir, next: async () => {} };
  let guard = createStoreGuard(openDatabase as never, poke);

  const self: ConsoleUnderTest = {
    name: needs.name,
    clockOffset: 0,
    asleep: false,
    get unsent() {
      return unsent;
    },
    get parts() {
      return guard.dead ? null : captured;
    },
    get picture() {
      return guard.dead ? null : picture;
    },
    async start() {
      const mine = createStoreGuard(openDatabase as never, poke);
      guard = mine;
      picture = null;
      unsent = true;
      const boot = `${needs.name} ${boots}`;
      const after = (ms: number, work: () => void) =>
        timeline.after(
          ms === KEEP_MS ? 10 * KEEP_MS : ms,
          () => {
            if (mine.dead) return;
            if (self.asleep) slept.push(work);
            else work();
          },
          ms === LOOK_MS ? LOOK_MS : undefined,
        );
      const engine = await createEngine({
        folder: needs.folder,
        profile: 'demo',
        lang: 'ms',
        facts: { version: 'sim', runtime: 'sim', embedded: false },
        time: { wall: () => timeline.now() + self.clockOffset, monotonic: () => timeline.now() - bootAt, boot },
        timers: { after },
        random: (bytes) => random.bytes(bytes),
        fetch: needs.fetch,
        log: needs.log,
        box: PLAIN_BOX,
        geography: needs.geography,
        openDatabase: mine.open,
        sync(given) {
          captured = given;
          return { toCentral() {}, wake() {}, again() {}, async stop() {} };
        },
      });
      engine.setCentral({ url: 'http://central', credentialsFile });
      const [page, ours] = memoryPair<ReplyFrame, RequestFrame>();
      engine.attach(ours, { role: 'desk', window: needs.name });
      const window = createCaller('desk');
      window.attach(page);
      window.watch('alarms.watch', {}, (next) => {
        stir();
        picture = next;
        if (!mine.dead) needs.onPicture(next);
      });
      caller = window;
    },
    async kill(reboot) {
      guard.kill();
      slept = [];
      self.asleep = false;
      await guard.release();
      captured = null;
      caller = null;
      if (!reboot) return;
      boots += 1;
      bootAt = timeline.now();
    },
    wake() {
      self.asleep = false;
      for (const work of slept.splice(0)) work();
    },
    async commit(act, happenedAt) {
      if (guard.dead || caller === null) return null;
      const commandId = uuid7(timeline.now(), random.bytes(10));
      const more = happenedAt === undefined ? {} : { happenedAt };
      unsent = true;
      const reply = await caller.call('act.commit', { commandId, via: 'keys', act, ...more });
      return guard.dead ? null : reply;
    },
    async sync() {
      const now = self.parts;
      if (now === null || self.asleep) return false;
      unsent = false;
      try {
        const round = openRound(now, 'http://central', new AbortController().signal);
        await round.meet();
        await round.pull();
        await round.push();
        await round.pull();
        return true;
      } catch {
        unsent = true;
        return false;
      }
    },
  };
  return self;
}
