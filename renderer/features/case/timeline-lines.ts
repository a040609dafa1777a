import { isOpen } from '#shared/clocks/urgency.ts';
import type { DetailClock, TimelineEntry } from '#shared/contract/view/case-detail.ts';

/** A line of the timeline: something somebody did, or the moment a promise was broken. */
export type TimelineLine =
  | { kind: 'act'; at: number; entry: TimelineEntry }
  | { kind: 'breach'; at: number; clock: string; id: string };

/** Acts and breaches together, newest first. @param now ms since 1970. */
export function timelineLines(
  entries: readonly TimelineEntry[],
  clocks: readonly DetailClock[],
  now: number,
): TimelineLine[] {
  const breaches = clocks
    .filter((clock) =>
      isOpen(clock) ? clock.pausedSince === null && now > clock.due : (clock.stoppedAt ?? 0) > clock.due,
    )
    .map((clock) => ({ kind: 'breach' as const, at: clock.due, clock: clock.key, id: `breach-${clock.id}` }));
  const acts = entries.map((entry) => ({ kind: 'act' as const, at: entry.at, entry }));
  // Of the same moment the later event stands higher, as in the order they came.
  return [...breaches, ...acts.reverse()].sort((a, b) => b.at - a.at);
}
