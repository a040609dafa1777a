import type { Say } from '#renderer/ui/use-say.ts';
import type { Mark } from './pin.ts';

/** What a mark is, in words, for those who do not see it. */
export function markWords(mark: Mark, say: Say): string {
  const [first] = mark.first(1);
  if (mark.count > 1 || !first) {
    const { missed, warned } = mark.tally;
    return say('map.cluster', { incidents: mark.count, n: mark.total, late: missed, warned });
  }
  const words = say('map.pin', {
    number: first.number,
    place: first.place || say('map.pin.nowhere'),
    urgency: say(`urgency.${mark.urgency}`),
    n: mark.total,
  });
  return first.unassigned ? `${words}, ${say('map.pin.unassigned')}` : words;
}
