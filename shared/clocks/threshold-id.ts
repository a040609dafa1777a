import type { ClockInstance } from './clock-instance.ts';

/**
 * The one identity of a threshold: clock, policy version, share and moment. Recorded anywhere, any number of times, it is
 * one fact; a due time that moves by late news makes another.
 */
export function thresholdId(
  clock: Pick<ClockInstance, 'id' | 'policy'>,
  threshold: { fraction: number; at: number },
): string {
  return `${clock.id}|${clock.policy}|${Math.round(threshold.fraction * 100)}|${threshold.at}`;
}

/** Thresholds that have been reached by `now` (ms since 1970), in order; none of a clock that ended before. */
export function reachedThresholds(clock: ClockInstance, now: number): { id: string; fraction: number; at: number }[] {
  const until = Math.min(now, clock.stoppedAt ?? now);
  return clock.thresholds
    .filter(({ fraction, at }) => (fraction === 1 ? at < until : at <= until))
    .map((threshold) => ({ ...threshold, id: thresholdId(clock, threshold) }));
}
