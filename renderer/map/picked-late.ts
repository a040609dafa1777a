import { leadingClock, urgencyOf } from '#shared/clocks/urgency.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';

/** True when a clock that still runs is late, as queue and pin show it; one that ended late is past. @param now ms since 1970 */
export function isLate({ status, clocks }: Pick<QueueRow, 'status' | 'clocks'>, now: number): boolean {
  const clock = status === 'closed' ? null : leadingClock(clocks, now);
  return clock !== null && urgencyOf(clock, now) === 'missed';
}
