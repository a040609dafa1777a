import type { Say } from '#renderer/ui/use-say.ts';
import type { Mark } from './pin.ts';

/** What a mark is, in words, for those who do not see it. */
export function markWords(mark: Mark, say: Say): string {
  const first = mark.pins[0];
  if (mark.pins.length > 1 || !first) {
    const { missed, warned } = mark.tally;
    return say('map.cluster', { incidents: mark.pins.length, n: mark.total, late: missed, warned });
  }
  const words = say('map.pin', {
    number: first.number,
    place: first.place || say('map.pin.nowhere'),
    urgency: say(`urgency.${mark.urgency}`),
    n: mark.total,
  });
  return first.unassigned ? `${words}, ${say('map.pin.unassigned')}` : words;
}
