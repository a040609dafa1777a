import { describe, expect, it } from 'vitest';
import { clocksOf } from '#shared/clocks/clocks-of.ts';
import { defaultPolicies } from '#shared/clocks/policies.ts';
import { assignment, at, moment, untouched } from '#shared/clocks/sample-facts.ts';
import { slimClock } from '#shared/clocks/slim-clock.ts';
import { detailClockSchema } from '#shared/contract/view/case-detail.ts';
import { slimClockSchema } from '#shared/contract/view/queue-row.ts';
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
      assignment('a2', 'MLK', received + HOUR),
    ],
    firstAction: moment(received + 2 * HOUR),
    documents: [{ benefit: 'funeral', at: moment(received + 3 * HOUR) }],
    payments: [{ benefit: 'funeral', amountSen: 300_000, at: moment(received + 6 * HOUR) }],
    pauses: [
      { reason: 'hospital', from: moment(received + 4 * HOUR), until: moment(received + 5 * HOUR), plannedUntil: null },
      { reason: 'police-report', from: moment(received + 9 * HOUR), until: null, plannedUntil: null },
    ],
  }),
  untouched(received, { assignments: [assignment('a1', 'SBN', received + 1)] }),
];
const clocks = cases.flatMap((facts) => clocksOf(facts, defaultPolicies, now));

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
    expect([...new Set(steps.map(({ key }) => key))].toSorted()).toEqual([
      'clock.step.allowance',
      'clock.step.due',
      'clock.step.end.assigned',
      'clock.step.end.closed',
      'clock.step.end.done',
      'clock.step.end.replaced',
      'clock.step.late',
      'clock.step.left',
      'clock.step.next-day',
      'clock.step.now',
      'clock.step.pause',
      'clock.step.pause-open',
      'clock.step.policy-inferred',
      'clock.step.same-day',
      'clock.step.spare',
      'clock.step.start.assigned',
      'clock.step.start.documents',
      'clock.step.start.first-action',
      'clock.step.start.news-published',
      'clock.step.start.news-receipt',
      'clock.step.start.received',
      'clock.step.uncertain',
    ]);
  });
});
