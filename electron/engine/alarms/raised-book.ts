import type { Database } from '#engine/store/database.ts';
import type { Ledger } from '#engine/store/ledger.ts';
import { readMeta } from '#engine/store/meta.ts';
import type { Alarm } from '#shared/clocks/alarms/alarm.ts';
import { thresholdId } from '#shared/clocks/threshold-id.ts';
import { keepRaised, keepSeen, type Raised, raisedBefore, raisedSince } from './raised-rows.ts';

/** Raised later than this after it was reached counts as late. */
const LATE_MS = 30_000;
/** How often it is kept up to when this console looked. */
const SEEN_EVERY_MS = 60_000;
const DAY_MS = 86_400_000;
const nothing = async () => {};

/** When alarms were first raised here: those that stand in memory, all of a month in the store. */
export interface RaisedBook {
  of(id: string): Raised | undefined;
  /** Moments of the last day, ms since 1970. */
  moments(): readonly number[];
  /** Takes in what stands now. @returns keeps what is new of it */
  raise(alarms: readonly Alarm[], at: number): Promise<() => Promise<void>>;
  /** It stands no more. */
  forget(id: string): void;
  /** This console looked at everything up to now. */
  seen(at: number, atOnce?: boolean): Promise<void>;
}

/** Opens the book. A console that never looked before raises nothing late. */
export async function openRaisedBook(ledger: Ledger, now: number): Promise<RaisedBook> {
  const db: Database = ledger.reader;
  const standing = new Map<string, Raised>();
  let moments = (await raisedSince(db, now - DAY_MS)).map(({ at }) => at);
  let seenAt = (await readMeta(db, 'alarmsSeenMs')) ?? null;
  let keptAt = seenAt ?? Number.NEGATIVE_INFINITY;

  /** A repetition of what was told in time is no news that came late. */
  const first = (alarm: Alarm) => (alarm.fraction > 1 ? thresholdId({ ...alarm, fraction: 1 }) : null);
  return {
    of: (id) => standing.get(id),
    moments: () => moments,
    async raise(alarms, at) {
      const fresh = alarms.filter(({ id }) => !standing.has(id));
      if (fresh.length === 0) return nothing;
      const known = await raisedBefore(
        db,
        fresh.flatMap((alarm) => [alarm.id, first(alarm) ?? alarm.id]),
      );
      const added: (Raised & { id: string })[] = [];
      for (const alarm of fresh) {
        const before = known.get(alarm.id);
        const missed = seenAt !== null && alarm.at >= seenAt && at - alarm.at > LATE_MS;
        const breach = first(alarm);
        const late = missed && (breach === null || !known.has(breach));
        standing.set(alarm.id, before ?? { at, late });
        if (before === undefined) added.push({ id: alarm.id, at, late });
      }
      if (added.length === 0) return nothing;
      moments = [...moments.filter((one) => one > at - DAY_MS), ...added.map((one) => one.at)];
      return () => keepRaised(ledger, added, at);
    },
    forget: (id) => void standing.delete(id),
    async seen(at, atOnce = false) {
      seenAt = at;
      if (!atOnce && at - keptAt < SEEN_EVERY_MS && at >= keptAt) return;
      keptAt = at;
      await keepSeen(ledger, at);
    },
  };
}
