import type { ClockInstance } from './clock-instance.ts';

/** What a threshold is known by wherever somebody hears of it. `due` ms since 1970. */
export interface ThresholdMark {
  /** Id of the clock. */
  clock: string;
  policy: string;
  /** Share of the counted time; 1 the due time, 1 + n its n-th repetition. */
  fraction: number;
  due: number;
}

/**
 * P-20: the one identity of a threshold, on consoles and at central alike: clock, policy version, share and due time, in
 * whole seconds as it goes over the line. Recorded anywhere, any number of times, it is one fact; a due time that moves
 * makes another.
 */
export function thresholdId({ clock, policy, fraction, due }: ThresholdMark): string {
  return `${clock}|${policy}|${Math.round(fraction * 100)}|${Math.floor(due / 1000)}`;
}

/** The mark of one of a clock's thresholds. A pause under way moves nothing before it ends. */
export function markOf(
  { id, policy, due, held }: Pick<ClockInstance, 'id' | 'policy' | 'due' | 'held'>,
  fraction: number,
) {
  return { clock: id, policy, fraction, due: held?.due ?? due } satisfies ThresholdMark;
}

/**
 * From when a threshold reached at `at` stands under its due time of today, ms since 1970: a pause after it moved the due
 * time, and with its end the threshold stands anew.
 */
export function standsSince({ pauses }: Pick<ClockInstance, 'pauses'>, at: number): number {
  return pauses.reduce(
    (since, { from, to, open, countedMs }) => (open || countedMs === 0 || from < at ? since : Math.max(since, to)),
    at,
  );
}

/** Thresholds that have been reached by `now` (ms since 1970), in order; none of a clock that ended before. */
export function reachedThresholds(clock: ClockInstance, now: number): { id: string; fraction: number; at: number }[] {
  const until = Math.min(now, clock.stoppedAt ?? now);
  return clock.thresholds
    .filter(({ fraction, at }) => (fraction === 1 ? at < until : at <= until))
    .map((threshold) => ({ ...threshold, id: thresholdId(markOf(clock, threshold.fraction)) }));
}
