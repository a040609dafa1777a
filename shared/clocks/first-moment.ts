import type { Moment } from '#shared/domain/clock-facts.ts';

/** Orders two moments; of equal ones the smaller event id first, so that no order of arrays matters. */
export function byMoment(a: Moment, b: Moment): number {
  return a.ms - b.ms || (a.event < b.event ? -1 : a.event > b.event ? 1 : 0);
}

/** The first of them, or null. */
export function firstOf(moments: readonly Moment[]): Moment | null {
  return moments.reduce<Moment | null>((best, at) => (best === null || byMoment(at, best) < 0 ? at : best), null);
}
