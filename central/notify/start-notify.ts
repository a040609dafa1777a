import type { Parts } from '#central/parts.ts';
import { plainError } from '#central/plain-error.ts';
import { nextSendAt } from '#central/store/outbox-rows.ts';
import { nextWakeAt } from '#central/store/wake-rows.ts';
import type { Lang } from '#shared/text/lang.ts';
import { type After, byTimer } from './after.ts';
import type { Channel } from './channel.ts';
import { createDuties } from './duties.ts';
import { beginPlanning, planRound } from './plan-round.ts';
import { sendSome } from './send.ts';

/** How messages leave the house. */
export interface NotifyOptions {
  channels: readonly Channel[];
  lang: Lang;
  link: string | null;
  /** Waits `ms`, then works; returns what forgets it. The computer's own timers when left out. */
  after?: After;
}

/** The scheduler at work. */
export interface Notify {
  /** Does now what is to be done by now. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

/** At the longest so far ahead is slept: a clock that jumped, or a computer that slept, is noticed by then. */
const LONGEST_MS = 10_000;
const SHORTEST_MS = 50;

/**
 * Begins to call people: sleeps until the next threshold, wakes at news of the log. What fails is tried again; central
 * goes on without.
 */
export async function startNotify(
  parts: Pick<Parts, 'database' | 'vault' | 'rules' | 'clock' | 'log' | 'bell' | 'geography' | 'identity'>,
  { channels, lang, link, after = byTimer }: NotifyOptions,
): Promise<Notify> {
  const names = channels.map(({ name }) => name);
  const tools = { parts, channels, duties: createDuties(parts.database, parts.vault), lang, link, after };
  let forget = () => {};
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function work(): Promise<void> {
    while (!stopped && (await planRound(parts, names))) await breathe();
    while (!stopped && (await sendSome(tools)) > 0) await breathe();
  }

  async function sleep(): Promise<number> {
    const times = await Promise.all([nextWakeAt(parts.database.reader), nextSendAt(parts.database.reader)]);
    const next = Math.min(...times.map((at) => at ?? Number.POSITIVE_INFINITY));
    return Math.max(SHORTEST_MS, Math.min(LONGEST_MS, next - parts.clock()));
  }

  async function turn(): Promise<void> {
    forget();
    let wait = LONGEST_MS;
    try {
      do {
        again = false;
        await work();
        wait = await sleep();
      } while (again && !stopped);
    } catch (error) {
      parts.log.error({ error: plainError(error) }, 'calling people failed; it is tried again');
    }
    if (!stopped) forget = after(wait, tick);
  }

  function tick(): Promise<void> {
    if (stopped) return Promise.resolve();
    if (running === null) {
      running = turn().finally(() => {
        running = null;
      });
    } else again = true;
    return running;
  }

  await beginPlanning(parts);
  const deaf = parts.bell.listen(() => void tick());
  forget = after(0, tick);
  return {
    tick,
    async stop() {
      stopped = true;
      deaf();
      forget();
      await running;
      for (const channel of channels) channel.close();
    },
  };
}

/** Lets waiting requests have their turn. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
