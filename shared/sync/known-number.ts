import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';

/**
 * S-37: the number of a case or an incident: the one people knew before central was restored when it came back, else
 * the first it got; null before any. @param ordered one subject's events in order
 */
export function knownNumber(ordered: readonly AnyEvent[]): string | null {
  let number: string | null = null;
  for (const event of ordered) {
    if (!isKnown(event) || (event.type !== 'case.numbered' && event.type !== 'incident.numbered')) continue;
    if (event.was !== undefined) return event.payload.number;
    number ??= event.payload.number;
  }
  return number;
}
