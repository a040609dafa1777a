import type { AssignmentFact, ClockFacts, Moment } from '#shared/domain/clock-facts.ts';

/** Malaysia's wall clock as ms since 1970: `at('2026-11-23 14:05')`. For tests. */
export function at(wall: string): number {
  return Date.parse(`${wall.replace(' ', 'T')}${wall.length === 16 ? ':00' : ''}+08:00`);
}

/** A certain moment whose event id follows from its time. */
export function moment(ms: number, certain = true): Moment {
  return { ms, certain, event: `event-${ms}`, actor: 'someone' };
}

/** One stretch of leading. */
export function assignment(
  id: string,
  branch: string,
  from: number,
  rest: Partial<AssignmentFact> = {},
): AssignmentFact {
  return { id, branch, from: moment(from), acknowledged: null, until: null, ...rest };
}

/** A death on the road that nobody has touched, received (and published) at `received`. */
export function untouched(received: number, change: Partial<ClockFacts> = {}): ClockFacts {
  return {
    case: 'case-1',
    kind: 'road',
    severity: 'death',
    priority: 'normal',
    received: moment(received),
    news: { ...moment(received), basis: 'published' },
    triaged: null,
    assignments: [],
    firstAction: null,
    familyContacted: null,
    documents: [],
    eligibility: [],
    payments: [],
    pauses: [],
    closed: null,
    ...change,
  };
}
