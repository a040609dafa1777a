import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';

/**
 * S-37: the number of a case or an incident: the one it got first, by the place that had before central was restored
 * too; null before any.
 */
export function knownNumber(events: readonly AnyEvent[]): string | null {
  let number: string | null = null;
  let first = Number.POSITIVE_INFINITY;
  for (const event of events) {
    if (!isKnown(event) || (event.type !== 'case.numbered' && event.type !== 'incident.numbered')) continue;
    const place = event.was?.[0]?.seq ?? event.seq ?? Number.MAX_SAFE_INTEGER;
    if (place >= first) continue;
    first = place;
    number = event.payload.number;
  }
  return number;
}
