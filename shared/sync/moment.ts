import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { Moment } from '#shared/domain/clock-facts.ts';

/** When an event was true in the world, ms since 1970. */
export function momentMs(event: AnyEvent): number {
  return Date.parse(event.happenedAt);
}

/** The same with its doubt and its author. */
export function momentOf(event: AnyEvent): Moment {
  return { ms: momentMs(event), certain: event.certain, event: event.id, actor: event.actor };
}
