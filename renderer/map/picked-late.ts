import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { caseUrgency } from './group-pins.ts';

/** True when a clock that still runs is late, as queue and pin show it; one that ended late is past. @param now ms since 1970 */
export function isLate({ status, clocks }: Pick<QueueRow, 'status' | 'clocks'>, now: number): boolean {
  return caseUrgency({ open: status !== 'closed', clocks }, now) === 'missed';
}
