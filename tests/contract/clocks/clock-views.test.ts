import { describe, expect, it } from 'vitest';
import { makeCalendars, statesOfBranches } from '#shared/clocks/calendar/calendars.ts';
import { readDay } from '#shared/clocks/calendar/day.ts';
import { defaultHolidays, defaultKnown } from '#shared/clocks/calendar/holidays.ts';
import { officeHours, type StateWeek, stateWeeks } from '#shared/clocks/calendar/state-weeks.ts';
import { clocksOf } from '#shared/clocks/clocks-of.ts';
import { type ClockPolicy, defaultPolicies } from '#shared/clocks/policies.ts';
import { assignment, at, moment, untouched } from '#shared/clocks/sample-facts.ts';
import { slimClock } from '#shared/clocks/slim-clock.ts';
import { detailClockSchema } from '#shared/contract/view/case-detail.ts';
import { slimClockSchema } from '#shared/contract/view/queue-row.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { clockAsText } from '#shared/text/explain-clock.ts';
import { LANGS } from '#shared/text/lang.ts';
import { sayRef } from '#shared/text/say.ts';

const HOUR = 3_600_000;
const received = at('2026-11-23 21:40');
const now = received + 20 * HOUR;
/** Between them these meet every line a sum can have. */
const cases = [
  untouched(received),
  untouched(received, { news: { ...moment(received), basis: 'receipt' }, closed: moment(received + HOUR, false) }),
  untouched(received - 3 * HOUR, {
    triaged: moment(received),
    assignments: [
      assignment('a1', 'SBN', received, { until: moment(received + HOUR) }),
      assignment('a2', 'MLK', received + HOUR, { acknowledged: moment(received + 2 * HOUR) }),
    ],
    firstAction: moment(received + 2 * HOUR),
    documents: [{ benefit: 'funeral', at: moment(received + 3 * HOUR) }],
    eligibility: [{ benefit: 'funeral', eligible: true, at: moment(received + 3 * HOUR) }],
    payments: [{ benefit: 'funeral', amountSen: 300_000, at: moment(received + 6 * HOUR) }],
    pauses: [
      { reason: 'hospital', from: moment(received + 4 * HOUR), until: moment(received + 5 * HOUR), plannedUntil: null },
      { reason: 'police-report', from: moment(received + 9 * HOUR), until: null, plannedUntil: null },
    ],
  }),
  untouched(received, { assignments: [assignment('a1', 'SBN', received + 1)] }),
  untouched(received, {
    news: { ...moment(received), basis: 'receipt' },
    payments: [{ benefit: 'funeral', amountSen: 300_000, at: moment(received + 6 * HOUR) }],
    pauses: [
      { reason: 'other', from: moment(received + HOUR), until: moment(received + 2 * HOUR), plannedUntil: null },
    ],
  }),
  // Taken from its branch before it answered, and who has it now is not known here.
  untouched(received, { assignments: [assignment('a1', 'SBN', received + 1, { until: moment(received + HOUR) })] }),
  // Weeks that change within the count, to one, two and three rest days.
  ...['IPH', 'JHB', 'KTN'].map((branch) =>
    untouched(at('2024-12-30 10:00'), {
      assignments: [assignment('a1', branch, at('2024-12-30 10:05'))],
      documents: [{ benefit: 'funeral', at: moment(at('2024-12-30 11:00')) }],
    }),
  ),
  untouched(received, {
    assignments: [
      assignment('a1', 'SBN', received + 1, {
        until: moment(received + HOUR),
        declined: { ...moment(received + HOUR), reason: 'not-ours' },
      }),
    ],
  }),
  // Days of two branches: weekends, Christmas, its replacement, holidays that are estimates or not known.
  untouched(at('2026-12-24 10:00'), {
    assignments: [assignment('a1', 'SAM', at('2026-12-24 10:05')), assignment('a2', 'ALS', at('2026-12-25 10:00'))],
    documents: [{ benefit: 'funeral', at: moment(at('2026-12-24 11:00')) }],
    eligibility: [{ benefit: 'rehabilitation', eligible: true, at: moment(at('2026-12-24 12:00')) }],
    complaints: [
      { id: 'c1', at: moment(at('2026-12-31 09:00')), acknowledged: null },
      { id: 'c3', at: moment(at('2027-01-02 09:00')), acknowledged: null },
    ],
    pauses: [
      {
        reason: 'family-not-ready',
        from: moment(at('2026-12-28 09:00')),
        until: null,
        plannedUntil: at('2027-06-01 09:00'),
      },
    ],
  }),
  untouched(at('2027-02-04 10:00'), {
    documents: [{ benefit: 'dependants', at: moment(at('2027-02-06 11:00')) }],
    complaints: [{ id: 'c2', at: moment(at('2027-02-05 09:00')), acknowledged: moment(at('2027-02-06 09:00')) }],
    policyMoves: [{ clock: 'kpi.triage:case-1', policy: 'kpi.triage@2024-01-01', at: moment(at('2027-02-04 10:20')) }],
  }),
  untouched(at('2028-02-04 10:00'), {
    documents: [{ benefit: 'invalidity', at: moment(at('2028-02-04 11:00')) }],
    eligibility: [{ benefit: 'invalidity', eligible: true, at: moment(at('2028-02-04 11:30')) }],
    pauses: [{ reason: 'hospital', from: moment(at('2028-02-04 12:00')), until: null, plannedUntil: null }],
  }),
];
/** An office that shuts for a day, one policy that counts office hours, one whose pauses are capped. */
const flood = {
  name: { t: 'text', v: 'banjir' },
  states: [],
  branches: ['ALS'],
  source: 'x',
  substitute: false,
} as const;
const year = readDay('2025-01-01');
const weeks = stateWeeks.map((state): StateWeek => {
  if (state.code === 'PRK') return { ...state, weeks: [...state.weeks, { from: year, rest: ['sun'], weekly: 'sun' }] };
  if (state.code !== 'PHG') return state;
  return { ...state, weeks: [...state.weeks, { from: year, rest: ['fri', 'sat', 'sun'], weekly: 'sun' }] };
});
const calendars = makeCalendars(
  weeks,
  {
    hours: officeHours,
    known: defaultKnown,
    holidays: [
      ...defaultHolidays,
      { ...flood, day: readDay('2026-12-29'), status: 'gazetted' },
      { ...flood, day: readDay('2026-12-30'), status: 'estimated' },
    ],
  },
  statesOfBranches,
);
const policies = defaultPolicies.map((policy): ClockPolicy => {
  if (policy.key === 'kpi.rehabilitation') return { ...policy, calendar: 'lead-hours', pauses: null };
  return policy.key === 'kpi.first-payment' ? { ...policy, pauses: { capMs: 20 * HOUR } } : policy;
});
const clocks = cases.flatMap((facts) => [
  ...clocksOf(facts, policies, now, calendars),
  ...clocksOf(facts, policies, at('2027-03-01 09:00'), calendars),
  ...clocksOf(facts, policies, at('2028-04-01 09:00'), calendars),
]);
const keys = Object.keys(catalogue.ms).filter((key) => key.startsWith('clock.step.'));

describe('clocks on their way to a window', () => {
  it('fit the row and the drawer, and survive JSON', () => {
    for (const clock of clocks) {
      const slim = slimClock(clock);
      expect(slimClockSchema.strict().parse(JSON.parse(JSON.stringify(slim)))).toEqual(slim);
      expect(detailClockSchema.parse({ ...clock, ...slim }).steps).toEqual(clock.steps);
    }
  });

  it('explain themselves in both languages, every line of every kind', () => {
    const steps = clocks.flatMap((clock) => clock.steps.map(({ step }) => step));
    for (const lang of LANGS)
      expect(steps.map((step) => sayRef(lang, step, { now })).filter((words) => words.includes('⟦'))).toEqual([]);
    // What estimates and set times say is held by their own tests.
    const own = keys.filter((key) => !/\.(uncertain|doubt\..*|set\..*)$/.test(key));
    const said = new Set(steps.map(({ key }) => key));
    expect(own.filter((key) => !said.has(key))).toEqual([]);
    expect([...said].filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('can be copied as text that names its promise and adds up line by line', () => {
    for (const lang of LANGS) {
      const texts = clocks.map((clock) => clockAsText(lang, clock, { person: () => 'Puan Aminah' }));
      expect(texts.filter((text) => text.includes('⟦') || !text.includes('\n= '))).toEqual([]);
    }
  });
});
