import type { AlarmLevel } from '#shared/contract/view/alarms.ts';
import type { ClockInstance } from '../clock-instance.ts';
import { markOf, standsSince, type ThresholdMark, thresholdId } from '../threshold-id.ts';

/** The threshold a clock has come to and that somebody must hear of. Moments in ms since 1970. */
export interface Alarm extends ThresholdMark {
  id: string;
  key: string;
  /** When it was reached; where a pause moved its due time since, the end of that pause. */
  at: number;
  level: AlarmLevel;
  uncertain: boolean;
}

/** A breach is told again after as much time as was promised, but not sooner and not later than these. */
const SOONEST_AGAIN_MS = 3_600_000;
const LATEST_AGAIN_MS = 86_400_000;
/** The wire carries no greater share. */
const MOST_AGAIN = 999;

/**
 * P-21: the one alarm a clock stands in at `now` (ms since 1970): its latest threshold. Null before the first, while it
 * is paused and after it stopped.
 */
export function alarmOf(clock: ClockInstance, now: number): Alarm | null {
  const reached = reachedBy(clock, now);
  if (reached === null) return null;
  const mark = markOf(clock, reached.fraction);
  return {
    ...mark,
    id: thresholdId(mark),
    key: clock.key,
    at: reached.at,
    level: levelOf(reached.fraction),
    uncertain: clock.uncertain,
  };
}

/** The next moment after `now` at which these clocks reach a threshold or a repetition; null when none does. */
export function nextAlarmAt(clocks: readonly ClockInstance[], now: number): number | null {
  let next = Number.POSITIVE_INFINITY;
  for (const clock of clocks) {
    if (clock.stoppedAt !== null) continue;
    if (clock.pausedSince !== null) {
      if (clock.resumesAt !== null && clock.resumesAt > now) next = Math.min(next, clock.resumesAt);
      continue;
    }
    for (const { fraction, at } of clock.thresholds) {
      const moment = fraction === 1 ? at + 1 : at;
      if (moment > now) next = Math.min(next, moment);
    }
    const again = againSpan(clock);
    const n = Math.max(1, Math.floor((now - clock.due) / again) + 1);
    if (n <= MOST_AGAIN) next = Math.min(next, clock.due + n * again);
  }
  return Number.isFinite(next) ? next : null;
}

function reachedBy(clock: ClockInstance, now: number): { fraction: number; at: number } | null {
  if (clock.stoppedAt !== null || clock.pausedSince !== null) return null;
  if (now > clock.due) {
    const again = againSpan(clock);
    const n = Math.min(MOST_AGAIN, Math.floor((now - clock.due) / again));
    return { fraction: 1 + n, at: clock.due + n * again };
  }
  const last = clock.thresholds.findLast(({ fraction, at }) => fraction < 1 && at <= now);
  return last === undefined ? null : { fraction: last.fraction, at: standsSince(clock, last.at) };
}

/** How long after its due time, ms, a promise still unmet is told again: its allowance, between an hour and a day. */
export function againSpan({ allowanceMs }: ClockInstance): number {
  return Math.min(LATEST_AGAIN_MS, Math.max(SOONEST_AGAIN_MS, allowanceMs));
}

function levelOf(fraction: number): AlarmLevel {
  if (fraction > 1) return 'again';
  if (fraction === 1) return 'breach';
  if (fraction >= 0.9) return 'urgent';
  return fraction >= 0.75 ? 'warn' : 'notice';
}
