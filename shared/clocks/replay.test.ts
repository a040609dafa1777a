import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyFacts, anyTime } from './any-facts.ts';
import { defaultCalendars, makeCalendars, statesOfBranches } from './calendar/calendars.ts';
import { defaultHolidays, defaultKnown } from './calendar/holidays.ts';
import { officeHours, stateWeeks } from './calendar/state-weeks.ts';
import { clocksOf } from './clocks-of.ts';
import { defaultPolicies } from './policies.ts';

it('ten thousand random cases, replayed with everything shuffled and made anew, give the same bytes', () => {
  const cases = fc.sample(fc.tuple(anyFacts, anyTime), { numRuns: 10_000, seed: 20_261_123 });
  const anew = makeCalendars(
    stateWeeks,
    { holidays: defaultHolidays.toReversed(), hours: officeHours, known: defaultKnown },
    statesOfBranches,
  );
  const policies = defaultPolicies.toReversed();
  let clocks = 0;
  let bytes = 0;
  for (const [facts, now] of cases) {
    const first = JSON.stringify(clocksOf(facts, defaultPolicies, now, defaultCalendars));
    const copy = JSON.parse(JSON.stringify(facts)) as typeof facts;
    const turned = {
      ...copy,
      assignments: copy.assignments.toReversed(),
      documents: copy.documents.toReversed(),
      eligibility: copy.eligibility.toReversed(),
      payments: copy.payments.toReversed(),
      pauses: copy.pauses.toReversed(),
    };
    const again = JSON.stringify(clocksOf(turned, policies, now, anew));
    if (again !== first) expect(JSON.parse(again)).toEqual(JSON.parse(first));
    expect(again === first).toBe(true);
    clocks += first.split('"startedAt"').length - 1;
    bytes += first.length;
  }
  expect(clocks).toBeGreaterThan(50_000);
  expect(bytes).toBeGreaterThan(10_000_000);
}, 120_000);
