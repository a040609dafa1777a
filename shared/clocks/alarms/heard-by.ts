import { type ThresholdMark, thresholdId } from '../threshold-id.ts';

/** An acknowledgement as the log holds it; `at` ms since 1970. */
export interface Heard extends ThresholdMark {
  /** The event's id. */
  event: string;
  by: string;
  at: number;
}

/**
 * P-22: who acknowledged an alarm first, or null. An acknowledgement covers the thresholds before it of the same clock,
 * policy version and due time, and none after it: what was heard as amber rings again as red. The same acknowledgements
 * in any order, any number of times, say the same.
 */
export function heardBy(alarm: ThresholdMark, heard: readonly Heard[]): Heard | null {
  let first: Heard | null = null;
  for (const one of heard) {
    if (one.fraction < alarm.fraction || thresholdId({ ...one, fraction: alarm.fraction }) !== thresholdId(alarm))
      continue;
    if (first === null || one.at < first.at || (one.at === first.at && one.event < first.event)) first = one;
  }
  return first;
}
