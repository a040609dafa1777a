import type { ClockInstance } from './clock-instance.ts';

/**
 * How a clock counts in a result: kept, broken, or not at all.
 * Not decided yet while it runs and is not late. A promise that ended in time without being kept, because the case was
 * closed or another branch took it, is left out: it neither proves nor fails anything. Late is broken, however it ended.
 */
export function promiseKept(clock: Pick<ClockInstance, 'state' | 'endedBy'>): boolean | null {
  if (clock.state === 'missed') return false;
  if (clock.state !== 'met') return null;
  return clock.endedBy === 'done' || clock.endedBy === 'assigned' ? true : null;
}
