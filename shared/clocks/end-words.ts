import type { ClockInstance } from './clock-instance.ts';

const MINUTE_MS = 60_000;

/** The words of a clock that stopped, and the length they speak of in ms; null where they need none. */
export interface EndWords {
  key:
    | 'urgency.met'
    | 'clock.stopped-late'
    | 'clock.ended.replaced'
    | 'clock.ended.declined'
    | 'clock.ended.closed'
    | 'clock.ended-late.replaced'
    | 'clock.ended-late.declined'
    | 'clock.ended-late.closed';
  ms: number | null;
}

/**
 * How a stopped clock is spoken of. One that another branch or the closing of the case ended is never called done, and
 * late only where it was so by a minute or more; one that was met says how long it took. Null while it runs.
 */
export function endWords(clock: Pick<ClockInstance, 'endedBy' | 'startedAt' | 'due' | 'stoppedAt'>): EndWords | null {
  if (clock.stoppedAt === null) return null;
  const late = clock.stoppedAt - clock.due;
  if (clock.endedBy === 'declined' || clock.endedBy === 'replaced' || clock.endedBy === 'closed') {
    return late < MINUTE_MS
      ? { key: `clock.ended.${clock.endedBy}`, ms: null }
      : { key: `clock.ended-late.${clock.endedBy}`, ms: late };
  }
  return late > 0
    ? { key: 'clock.stopped-late', ms: late }
    : { key: 'urgency.met', ms: clock.stoppedAt - clock.startedAt };
}
