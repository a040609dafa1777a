import type { ClockInstance } from '../clock-instance.ts';
import { type ThresholdMark, thresholdId } from '../threshold-id.ts';
import { alarmOf } from './alarm.ts';

/** Words: `alarm.gone.…`. */
export type WhyGone = 'met' | 'closed' | 'paused' | 'moved' | 'policy' | 'left';

/**
 * P-23: why an alarm that stood is withdrawn, or null where it stands still or a later threshold took its place.
 * @param clocks those of its case at `now` (ms since 1970), none where the case is gone
 */
export function whyGone(before: ThresholdMark, clocks: readonly ClockInstance[], now: number): WhyGone | null {
  const clock = clocks.find(({ id }) => id === before.clock);
  if (clock === undefined) return 'left';
  if (clock.stoppedAt !== null) return clock.endedBy === 'closed' ? 'closed' : 'met';
  if (clock.pausedSince !== null) return 'paused';
  if (clock.policy !== before.policy) return 'policy';
  const same = { ...before, due: clock.due };
  if (thresholdId(same) !== thresholdId(before)) return 'moved';
  // The same due time, and yet not so far: time itself was set back.
  return (alarmOf(clock, now)?.fraction ?? 0) < before.fraction ? 'moved' : null;
}
