import type { SlimClock } from '#shared/contract/view/queue-row.ts';

/** What a clock looks like now; `warned` from 75 % of the counted time. */
export const URGENCIES = ['missed', 'warned', 'running', 'paused', 'met'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Urgency at `now` (ms since 1970). On time up to and including the due moment; a late stop stays `missed`. */
export function urgencyOf(clock: SlimClock, now: number): Urgency {
  if (clock.stoppedAt !== null) return clock.stoppedAt > clock.due ? 'missed' : 'met';
  if (clock.pausedSince !== null) return 'paused';
  if (now > clock.due) return 'missed';
  return now >= clock.warnAt ? 'warned' : 'running';
}

/** 0 is the most urgent (missed), 4 the least (met): sorts rows, pins and clusters. */
export function urgencyRank(urgency: Urgency): number {
  return URGENCIES.indexOf(urgency);
}

/** ms left until due, negative when late. Stands still while paused and after the stop. @param now ms since 1970. */
export function timeLeft(clock: SlimClock, now: number): number {
  return clock.due - (clock.stoppedAt ?? clock.pausedSince ?? now);
}

/** True while nothing has stopped it. */
export function isOpen(clock: SlimClock): boolean {
  return clock.stoppedAt === null;
}

/**
 * The clock a row or pin shows: of the open ones the most urgent state first, in it the least time left (so among late
 * ones the longest late). Null when none is open. @param now ms since 1970.
 */
export function leadingClock(clocks: readonly SlimClock[], now: number): SlimClock | null {
  let best: SlimClock | null = null;
  for (const clock of clocks) {
    if (isOpen(clock) && (best === null || before(clock, best, now))) best = clock;
  }
  return best;
}

function before(a: SlimClock, b: SlimClock, now: number): boolean {
  const rank = urgencyRank(urgencyOf(a, now)) - urgencyRank(urgencyOf(b, now));
  if (rank !== 0) return rank < 0;
  const left = timeLeft(a, now) - timeLeft(b, now);
  return left === 0 ? a.id < b.id : left < 0;
}
