import { setTimeout as sleep } from 'node:timers/promises';
import { type EngineLog, reasonOf } from '#engine/log.ts';
import type { Ledger } from '#engine/store/ledger.ts';
import { type Meta, readMeta, writeMeta } from '#engine/store/meta.ts';
import type { CorrectedClock } from '#engine/time/corrected-clock.ts';
import { PROTOCOL } from '#shared/contract/version.ts';
import { centralIdentitySchema } from '#shared/contract/wire/sync.ts';
import { createBackoff } from './backoff.ts';
import { catchUp, type Line } from './catch-up.ts';
import { CentralProblem, createCentralApi, type Fetch } from './central-api.ts';
import type { DeviceKey } from './device-key.ts';
import { followLive } from './follow-live.ts';
import type { LinkBoard } from './link-board.ts';
import { linkAfter, StrangerCentral } from './link-failure.ts';
import { pushBatch } from './push-acts.ts';
import type { SignIn } from './sign-in.ts';
import type { Taker } from './take-events.ts';

/** How long a measured offset to central's clock is trusted while the line stands. */
const MEASURE_AGAIN_MS = 600_000;

export interface SyncParts {
  ledger: Ledger;
  device: string;
  profile: 'demo' | 'live';
  key: DeviceKey;
  signIn: SignIn;
  clock: CorrectedClock;
  monotonic(): number;
  random(): number;
  link: LinkBoard;
  fetch: Fetch;
  /** The language central's words should be in. */
  lang(): string;
  log: EngineLog;
}

/** Keeps the store and central at one truth for as long as it runs. */
export interface SyncLoop {
  /** Where central answers now; the running try is given up for a fresh one. */
  toCentral(url: string): void;
  /** Something waits to be pushed. */
  wake(): void;
  /** Gives up the running connection, or the wait for one, and tries at once: another person signed in or out. */
  again(): void;
  stop(): Promise<void>;
}

/** Starts it; nothing is tried before `toCentral`. */
export function startSync(parts: SyncParts): SyncLoop {
  const stopping = new AbortController();
  const backoff = createBackoff(parts.random);
  let url: string | null = null;
  let round = new AbortController();
  let bell = newBell();

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      round = new AbortController();
      const signal = AbortSignal.any([stopping.signal, round.signal]);
      if (url === null) {
        await sleep(3_600_000, undefined, { signal }).catch(() => {});
        continue;
      }
      try {
        await follow(url, signal);
      } catch (error) {
        if (signal.aborted) continue;
        const after = linkAfter(error);
        parts.log.info('link lost', { link: after.link, reason: reasonOf(error) });
        parts.link.set({ ...after, filling: null });
      }
      await sleep(backoff.next(), undefined, { signal }).catch(() => {});
    }
  }

  /** One whole connection: who is it, sign in, catch up, then stay on the live stream. Only ever ends by a throw. */
  async function follow(at: string, signal: AbortSignal): Promise<void> {
    // A ring that went unheard in an earlier connection must not swallow one of this.
    bell = newBell();
    const api = createCentralApi(at, parts.fetch, parts.lang);
    await meet(api, signal);
    let metAt = parts.monotonic();
    const stale = () => parts.monotonic() - metAt > MEASURE_AGAIN_MS;
    await parts.signIn.enrol(api, signal);
    const line: Line = { api, signal, withToken: (ask) => parts.signIn.withToken(api, signal, ask) };
    const taker: Taker = { ledger: parts.ledger, device: parts.device, now: () => parts.clock.now() };
    const pull = async () => {
      await catchUp(taker, line, (done, of) => parts.link.set({ filling: { done, of } }));
      parts.link.set({ filling: null, syncedAt: parts.clock.now() });
    };
    await pull();
    await pushAll(line);

    const live = new AbortController();
    const stop = AbortSignal.any([signal, live.signal]);
    const response = await line.withToken((token) =>
      api.stream({ path: `/v1/sync/live?protocol=${PROTOCOL}`, token, signal: stop, accept: 'text/event-stream' }),
    );
    let wanted = true;
    const ended = followLive(response, stop, {
      head: () => {
        wanted = true;
        bell.ring();
      },
      alive: () => {
        if (stale()) bell.ring();
        if (!wanted && parts.link.status().link === 'live') parts.link.set({ syncedAt: parts.clock.now() });
      },
    });
    const lost = ended.then(
      () => new TypeError('the live stream ended'),
      (error: unknown) => error,
    );
    try {
      for (;;) {
        if (stale()) {
          await meet(api, signal);
          metAt = parts.monotonic();
        }
        if (wanted) {
          wanted = false;
          await pull();
        }
        await pushAll(line);
        backoff.reset();
        parts.link.set({ link: 'live', why: null });
        if (wanted) continue;
        const end = await Promise.race([bell.heard(), lost]);
        if (end !== undefined) throw end;
      }
    } finally {
      live.abort();
    }
  }

  /** Checks that this central is ours and measures its clock against ours. */
  async function meet(api: ReturnType<typeof createCentralApi>, signal: AbortSignal): Promise<void> {
    const sent = parts.monotonic();
    const identity = await api.json(centralIdentitySchema, { path: `/v1/central?protocol=${PROTOCOL}`, signal });
    const got = parts.monotonic();
    const known = await readMeta(parts.ledger.reader, 'centralId');
    if (identity.profile !== parts.profile || (known !== undefined && known !== identity.centralId))
      throw new StrangerCentral();
    if (identity.oldestProtocol > PROTOCOL) throw new CentralProblem(426, 'update-needed', '');
    const anchor = parts.clock.heard(momentOf(identity.now), sent, got);
    const values: Partial<Meta> = { centralId: identity.centralId, anchor };
    await parts.ledger.write(async (db) => ({ result: await writeMeta(db, values), subjects: [] }));
    parts.link.set({ clockOffsetMs: parts.clock.offsetMs() });
  }

  async function pushAll(line: Line): Promise<void> {
    const push = () =>
      line.withToken((token) => pushBatch(parts.ledger, parts.device, parts.key, line.api, token, line.signal));
    try {
      while ((await push()) > 0);
    } catch (error) {
      // A central put back from an older copy may not know this console any more.
      if (!(error instanceof CentralProblem) || error.code !== 'device-unknown') throw error;
      await parts.signIn.enrol(line.api, line.signal, true);
      while ((await push()) > 0);
    }
  }

  const running = run();
  return {
    toCentral(next) {
      if (next === url) return;
      url = next;
      backoff.reset();
      parts.link.set({ link: 'connecting', why: null });
      round.abort();
    },
    wake: () => bell.ring(),
    again() {
      backoff.reset();
      round.abort();
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** Wakes whoever waits; a ring before anyone waits is kept. */
function newBell(): { ring(): void; heard(): Promise<undefined> } {
  let rung = false;
  let waiting: (() => void) | null = null;
  return {
    ring() {
      rung = true;
      waiting?.();
    },
    heard: () =>
      new Promise((resolve) => {
        const done = () => {
          rung = false;
          waiting = null;
          resolve(undefined);
        };
        if (rung) done();
        else waiting = done;
      }),
  };
}

/** Central's time; where it tells whole seconds only, the middle of that second. */
function momentOf(iso: string): number {
  return Date.parse(iso) + (/\.\d/.test(iso) ? 0 : 500);
}
