import fc from 'fast-check';
import type { ClockFacts, Moment } from '#shared/domain/clock-facts.ts';
import { at } from './sample-facts.ts';

const MINUTE = 60_000;
/** Days around Hari Raya 2026: weekends of both kinds, holidays, replacements. */
export const origin = at('2026-03-14 00:00');
/** A minute of three weeks, ms since 1970. */
export const anyTime = fc.integer({ min: 0, max: 21 * 1440 }).map((minutes) => origin + minutes * MINUTE);
export const anyMoment: fc.Arbitrary<Moment> = fc.record({
  ms: anyTime,
  certain: fc.boolean(),
  event: fc.uuid(),
  actor: fc.constantFrom('x', 'y'),
});
const maybe = fc.option(anyMoment, { freq: 2 });
const benefit = fc.constantFrom('funeral' as const, 'dependants' as const, 'rehabilitation' as const);

/** Any case, however unlikely. */
export const anyFacts: fc.Arbitrary<ClockFacts> = fc.record({
  case: fc.constant('case-1'),
  kind: fc.constant('road' as const),
  severity: fc.constantFrom('death' as const, 'injury' as const),
  priority: fc.constantFrom('normal' as const, 'high' as const),
  received: anyMoment,
  news: anyMoment.map((one) => ({ ...one, basis: 'published' as const })),
  triaged: maybe,
  assignments: fc.array(
    fc.record({
      id: fc.uuid(),
      branch: fc.constantFrom('KLU', 'KBR', 'MLK', 'ALS', 'KCH'),
      from: anyMoment,
      acknowledged: maybe,
      until: maybe,
    }),
    { maxLength: 4 },
  ),
  firstAction: maybe,
  familyContacted: maybe,
  documents: fc.array(fc.record({ benefit, at: anyMoment }), { maxLength: 3 }),
  eligibility: fc.array(fc.record({ benefit, eligible: fc.boolean(), at: anyMoment }), { maxLength: 3 }),
  payments: fc.array(fc.record({ benefit, amountSen: fc.nat(), at: anyMoment }), { maxLength: 3 }),
  pauses: fc.array(
    fc.record({
      reason: fc.constantFrom('police-report' as const, 'hospital' as const),
      from: anyMoment,
      until: maybe,
      plannedUntil: fc.option(anyTime, { freq: 2 }),
    }),
    { maxLength: 4 },
  ),
  closed: fc.option(anyMoment, { freq: 1 }),
});
