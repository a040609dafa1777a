import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { Moment } from '#shared/domain/clock-facts.ts';

/** When an event was true in the world as far as it says, ms since 1970; an estimate never lies beyond its bounds. */
export function momentMs(event: AnyEvent): number {
  return momentOf(event).ms;
}

/**
 * S-32: a moment that an event tells of, with its doubt and its author. Of an estimate also the bounds: the last sure
 * moment before it, and central's receipt once there is one.
 * @param told the moment, ms since 1970; when the event happened, when left out
 */
export function momentOf(event: AnyEvent, told = Date.parse(event.happenedAt)): Moment {
  if (event.certain) return { ms: told, certain: true, event: event.id, actor: event.actor };
  const notAfter = event.recordedAt === undefined ? undefined : Date.parse(event.recordedAt);
  const notBefore = event.notBefore === undefined ? undefined : Date.parse(event.notBefore);
  return {
    ms: Math.min(Math.max(told, notBefore ?? told), notAfter ?? Number.POSITIVE_INFINITY),
    certain: false,
    event: event.id,
    actor: event.actor,
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(notAfter === undefined ? {} : { notAfter }),
  };
}
