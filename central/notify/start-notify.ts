import type { Parts } from '#central/parts.ts';
import { plainError } from '#central/plain-error.ts';
import { nextSendAt } from '#central/store/outbox-rows.ts';
import { nextWakeAt } from '#central/store/wake-rows.ts';
import type { Lang } from '#shared/text/lang.ts';
import { type After, byTimer } from './after.ts';
import type { Channel } from './channel.ts';
import { createDuties } from './duties.ts';
import { beginPlanning, planAnew, planRound } from './plan-round.ts';
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
/** After something failed: what is out of order is not asked, and told, twenty times a second. */
const AFTER_FAILURE_MS = 1_000;
/** A clock that is set right by less goes on as it is. */
const SET_BACK_MS = 1_000;

/**
 * Begins to call people: sleeps until the next threshold, wakes at news of the log. What fails is tried again; central
 * goes on without.
 */
export async function startNotify(
  parts: Pick<Parts, 'database' | 'vault' | 'rules' | 'clock' | 'log' | 'bell' | 'geography' | 'identity'>,
  { channels, lang, link, after = byTimer }: NotifyOptions,
): Promise<Notify> {
  const names = channels.map(({ name }) => name);
  const tools = { parts, duties: createDuties(parts.database, parts.vault), lang, link, after };
  let forget = () => {};
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  /** Of several that ask when to wake, the last to ask knows most. */
  let arming = 0;
  let lookedAt = parts.clock();
  let troubled = false;
  const failed = (error: unknown) => {
    troubled = true;
    parts.log.error({ error: plainError(error) }, 'calling people failed; it is tried again');
  };

  // Each way out has its own, so that one that hangs keeps neither the others nor the planning.
  const senders = channels.map((channel) => ({
    name: channel.name,
    ...onePerTime(async () => {
      while (!stopped && (await sendSome(tools, channel)) > 0) await breathe();
    }),
  }));

  /** Sleeps until the next threshold or message; one of a way out that is busy is looked for when it is done. */
  async function arm(): Promise<void> {
    const idle = senders.filter((sender) => !sender.busy()).map(({ name }) => name);
    const { reader } = parts.database;
    arming += 1;
    const mine = arming;
    const times = await Promise.all([nextWakeAt(reader), nextSendAt(reader, idle)]).catch(() => [null]);
    const next = Math.min(...times.map((at) => at ?? Number.POSITIVE_INFINITY));
    if (stopped || mine !== arming) return;
    forget();
    forget = after(
      Math.max(troubled ? AFTER_FAILURE_MS : SHORTEST_MS, Math.min(LONGEST_MS, next - parts.clock())),
      tick,
    );
  }

  async function plan(): Promise<void> {
    do {
      again = false;
      const now = parts.clock();
      if (now < lookedAt - SET_BACK_MS) await planAnew(parts);
      lookedAt = now;
      while (!stopped && (await planRound(parts, names))) await breathe();
    } while (again && !stopped);
  }

  async function send(): Promise<void> {
    await Promise.all(senders.map((sender) => sender.run().catch(failed).then(arm)));
  }

  async function tick(): Promise<void> {
    if (stopped) return;
    if (running !== null) again = true;
    else {
      forget();
      troubled = false;
      running = plan()
        .catch(failed)
        .finally(() => {
          running = null;
        });
    }
    await running;
    const sent = send();
    await arm();
    await sent;
  }

  await beginPlanning(parts, names);
  const deaf = parts.bell.listen(() => void tick());
  forget = after(0, tick);
  return {
    tick,
    async stop() {
      stopped = true;
      deaf();
      forget();
      await running;
      await Promise.all(senders.map((sender) => sender.ended()));
      for (const channel of channels) channel.close();
    },
  };
}

/** Work that runs once at a time; asked for meanwhile it runs once more. */
function onePerTime(work: () => Promise<void>) {
  let running: Promise<void> | null = null;
  let again = false;
  const all = async () => {
    do {
      again = false;
      await work();
    } while (again);
  };
  return {
    busy: () => running !== null,
    run(): Promise<void> {
      again = true;
      running ??= all().finally(() => {
        running = null;
      });
      return running;
    },
    ended: () => running?.catch(() => {}),
  };
}

/** Lets waiting requests have their turn. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
