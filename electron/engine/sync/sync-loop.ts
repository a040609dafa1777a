import { reasonOf } from '#engine/log.ts';
import { keepTime } from '#engine/time/keep-time.ts';
import type { Timers } from '#engine/time/timers.ts';
import { PROTOCOL } from '#shared/contract/version.ts';
import { createBackoff } from './backoff.ts';
import { CentralProblem } from './central-api.ts';
import { followLive } from './follow-live.ts';
import { linkAfter } from './link-failure.ts';
import type { PresenceBoard } from './presence-board.ts';
import { openRound, type RoundParts } from './sync-round.ts';

/** How long a measured offset to central's clock is trusted while the line stands. */
const MEASURE_AGAIN_MS = 600_000;

export interface SyncParts extends RoundParts {
  random(): number;
  timers: Timers;
  /** Who else has a case open, while the live line stands; nobody is told when left out. */
  presence?: Pick<PresenceBoard, 'hear' | 'line'>;
  /** Central says that this console was withdrawn. @returns true when there is nothing left to keep in step */
  withdrawn(): Promise<boolean>;
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

export type StartSync = (parts: SyncParts) => SyncLoop;

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
        await sleep(3_600_000, signal);
        continue;
      }
      try {
        await follow(url, signal);
      } catch (error) {
        if (signal.aborted) continue;
        if (isWithdrawn(error) && (await parts.withdrawn())) {
          parts.link.set({ ...linkAfter(error), filling: null });
          return;
        }
        const after = linkAfter(error);
        parts.log.info('link lost', { link: after.link, reason: reasonOf(error) });
        parts.link.set({ ...after, filling: null });
      }
      await sleep(backoff.next(), signal);
    }
  }

  /** One whole connection: who is it, sign in, catch up, then stay on the live stream. Only ever ends by a throw. */
  async function follow(at: string, signal: AbortSignal): Promise<void> {
    // A ring that went unheard in an earlier connection must not swallow one of this.
    bell = newBell();
    const { meet, pull, push, line } = openRound(parts, at, signal);
    await meet();
    let metAt = parts.monotonic();
    const stale = () => parts.monotonic() - metAt > MEASURE_AGAIN_MS;
    try {
      await pull();
    } catch (error) {
      // Nobody is signed in, or nobody may be any more: what waits is the console's own to hand in.
      if (isWithdrawn(error) || (error instanceof CentralProblem && error.status === 401)) await push();
      throw error;
    }
    await push();

    const live = new AbortController();
    const stop = AbortSignal.any([signal, live.signal]);
    const response = await line.withToken((token) =>
      line.api.stream({ path: `/v1/sync/live?protocol=${PROTOCOL}`, token, signal: stop, accept: 'text/event-stream' }),
    );
    let wanted = true;
    let forgetMore = () => {};
    const ended = followLive(response, stop, {
      head: () => {
        wanted = true;
        bell.ring();
      },
      presence: (data) => parts.presence?.hear(data),
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
          await meet();
          metAt = parts.monotonic();
        }
        if (wanted) {
          wanted = false;
          await pull();
        }
        const more = await push();
        forgetMore();
        if (more !== null) forgetMore = parts.timers.after(more, () => bell.ring());
        backoff.reset();
        parts.link.set({ link: 'live', why: null });
        parts.presence?.line(true);
        if (wanted) continue;
        const end = await Promise.race([bell.heard(), lost]);
        if (end !== undefined) throw end;
      }
    } finally {
      forgetMore();
      parts.presence?.line(false);
      live.abort();
    }
  }

  /** Waits so many ms, or until `signal` is aborted. */
  const sleep = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      if (signal.aborted) return resolve();
      const forget = parts.timers.after(ms, () => {
        signal.removeEventListener('abort', woken);
        resolve();
      });
      const woken = () => {
        forget();
        resolve();
      };
      signal.addEventListener('abort', woken, { once: true });
    });

  const running = run();
  const stopKeeping = keepTime(parts);
  // A console that was withdrawn ends by itself: its store is gone then, and no time is to be kept in it.
  void running.then(stopKeeping);
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
      stopKeeping();
      stopping.abort();
      await running;
    },
  };
}

const isWithdrawn = (error: unknown) => error instanceof CentralProblem && error.code === 'device-revoked';

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
