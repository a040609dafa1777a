import { describe, expect, it } from 'vitest';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import type { ClockInstance } from './clock-instance.ts';
import { clocksOf, upcomingClocks } from './clocks-of.ts';
import { factsAt } from './facts-at.ts';
import { defaultPolicies } from './policies.ts';
import { assignment, at, moment, untouched } from './sample-facts.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;

function clock(clocks: readonly ClockInstance[], key: string, subject = 'case-1'): ClockInstance {
  const found = clocks.find((one) => one.key === key && one.subject.id === subject);
  if (!found) throw new Error(`no clock ${key} of ${subject}`);
  return found;
}

const of = (facts: Parameters<typeof clocksOf>[0], now: number) => clocksOf(facts, defaultPolicies, now);

describe('same-day action', () => {
  it.each([
    ['2026-11-23 00:00', '2026-11-23T23:59:59+08:00'],
    ['2026-11-23 14:05', '2026-11-23T23:59:59+08:00'],
    ['2026-11-23 20:00', '2026-11-23T23:59:59+08:00'],
    ['2026-11-23 20:00:01', '2026-11-24T12:00:00+08:00'],
    ['2026-11-23 21:40', '2026-11-24T12:00:00+08:00'],
    ['2026-11-23 23:59:59', '2026-11-24T12:00:00+08:00'],
    ['2026-12-31 22:00', '2027-01-01T12:00:00+08:00'],
    ['2028-02-28 20:30', '2028-02-29T12:00:00+08:00'],
  ])('received %s is due %s', (received, due) => {
    const received_ = at(received);
    expect(isoMalaysia(clock(of(untouched(received_), received_), 'kpi.same-day-action').due)).toBe(due);
  });

  it('says the late receipt as a sum', () => {
    const received = at('2026-11-23 21:40');
    const { steps } = clock(of(untouched(received), received), 'kpi.same-day-action');
    expect(steps.slice(0, 3)).toEqual([
      { step: { key: 'clock.step.start.received' }, amount: { t: 'time', v: received } },
      {
        step: {
          key: 'clock.step.next-day',
          params: { cutOff: { t: 'text', v: '20:00' }, due: { t: 'text', v: '12:00' } },
        },
        amount: { t: 'duration', v: 14 * HOUR + 20 * MINUTE },
      },
      { step: { key: 'clock.step.due' }, amount: { t: 'sum', v: at('2026-11-24 12:00') } },
    ]);
  });
});

describe('the defaults', () => {
  const received = at('2026-11-23 09:00');

  it('start triage, assignment, same-day action, family contact and first payment with the case', () => {
    const clocks = of(
      untouched(received, { news: { ...moment(at('2026-11-22 18:00')), basis: 'published' } }),
      received,
    );
    expect(clocks.map(({ key, due }) => [key, isoMalaysia(due)])).toEqual([
      ['kpi.triage', '2026-11-23T09:15:00+08:00'],
      ['kpi.assignment', '2026-11-23T09:30:00+08:00'],
      ['kpi.same-day-action', '2026-11-23T23:59:59+08:00'],
      ['kpi.family-contact', '2026-11-24T09:00:00+08:00'],
      ['kpi.first-payment', '2026-11-29T18:00:00+08:00'],
    ]);
    expect(clocks.every(({ state }) => state === 'running')).toBe(true);
  });

  it('wait for their start otherwise', () => {
    expect(upcomingClocks(untouched(received), defaultPolicies)).toEqual([
      'kpi.acknowledgement',
      'kpi.eligibility',
      'kpi.funeral-stretch',
    ]);
    expect(upcomingClocks(untouched(received, { severity: 'injury' }), defaultPolicies)).not.toContain(
      'kpi.funeral-stretch',
    );
    expect(upcomingClocks(untouched(received, { closed: moment(received) }), defaultPolicies)).toEqual([]);
  });

  it('do not reach back before the first of January 2024', () => {
    const old = at('2023-12-31 23:59');
    expect(of(untouched(old), old)).toEqual([]);
    expect(of(untouched(old + MINUTE), old)).toHaveLength(5);
  });

  it('start eligibility at the first action, the stretch at the funeral documents', () => {
    const facts = untouched(received, {
      firstAction: moment(received + HOUR),
      documents: [
        { benefit: 'dependants', at: moment(received + 2 * HOUR) },
        { benefit: 'funeral', at: moment(received + 3 * HOUR) },
      ],
    });
    const clocks = of(facts, received + 4 * HOUR);
    expect(clock(clocks, 'kpi.eligibility').due).toBe(received + 25 * HOUR);
    expect(clock(clocks, 'kpi.funeral-stretch').due).toBe(received + 27 * HOUR);
  });

  it('is on time at the due moment and late one millisecond after', () => {
    const due = received + 15 * MINUTE;
    expect(clock(of(untouched(received), due), 'kpi.triage').state).toBe('running');
    expect(clock(of(untouched(received), due + 1), 'kpi.triage').state).toBe('missed');
    expect(clock(of(untouched(received, { triaged: moment(due) }), due + HOUR), 'kpi.triage').state).toBe('met');
    const late = clock(of(untouched(received, { triaged: moment(due + 1) }), due + HOUR), 'kpi.triage');
    expect([late.state, late.stoppedAt]).toEqual(['missed', due + 1]);
  });

  it('shows the due times of a receipt that lies ahead, nothing elapsed', () => {
    const triage = clock(of(untouched(received), received - HOUR), 'kpi.triage');
    expect([triage.state, triage.due, triage.elapsedMs]).toEqual(['running', received + 15 * MINUTE, 0]);
  });
});

describe('a case handed from branch to branch', () => {
  const received = at('2026-11-23 09:00');
  const first = assignment('a1', 'SBN', received + 10 * MINUTE, { until: moment(received + 20 * MINUTE) });
  const second = assignment('a2', 'MLK', received + 20 * MINUTE);

  it('keeps what elapsed on the clocks of the case', () => {
    const now = received + 25 * MINUTE;
    const once = of(untouched(received, { assignments: [assignment('a1', 'SBN', received + 10 * MINUTE)] }), now);
    const twice = of(untouched(received, { assignments: [first, second], priority: 'high' }), now);
    const ofCase = (clocks: readonly ClockInstance[]) => clocks.filter(({ subject }) => subject.kind === 'case');
    expect(ofCase(twice)).toEqual(ofCase(once));
  });

  it('ends the first acknowledgement without a breach and starts its own', () => {
    const clocks = of(untouched(received, { assignments: [second, first] }), received + 2 * HOUR);
    const [one, two] = [clock(clocks, 'kpi.acknowledgement', 'a1'), clock(clocks, 'kpi.acknowledgement', 'a2')];
    expect([one.state, one.stoppedAt]).toEqual(['met', received + 20 * MINUTE]);
    const said = new Map(one.steps.map(({ step }) => [step.key, step.params]));
    expect(said.get('clock.step.end.replaced-by')).toEqual({ branch: { t: 'branch', v: 'MLK' } });
    expect(said.get('clock.step.next-clock')).toMatchObject({ due: { v: two.due }, since: { v: two.startedAt } });
    expect([two.state, two.due]).toEqual(['missed', received + 50 * MINUTE]);
  });

  it('keeps a breach that came before the handing over', () => {
    const late = { ...first, until: moment(received + 41 * MINUTE) };
    const one = clock(of(untouched(received, { assignments: [late] }), received + HOUR), 'kpi.acknowledgement', 'a1');
    expect(one.state).toBe('missed');
  });

  it('takes the first assignment as the end of triage', () => {
    const triage = clock(of(untouched(received, { assignments: [first] }), received + HOUR), 'kpi.triage');
    expect([triage.state, triage.stoppedAt]).toEqual(['met', received + 10 * MINUTE]);
  });
});

describe('closing', () => {
  const received = at('2026-11-23 09:00');

  it('ends what runs and says so; reopening lets it run as before', () => {
    const closed = of(untouched(received, { closed: moment(received + 20 * MINUTE) }), received + 9 * HOUR);
    expect(clock(closed, 'kpi.triage').state).toBe('missed');
    const payment = clock(closed, 'kpi.first-payment');
    expect(payment.state).toBe('met');
    expect(payment.steps.map(({ step }) => step.key)).toContain('clock.step.end.closed');
    expect(clock(of(untouched(received), received + 9 * HOUR), 'kpi.first-payment').elapsedMs).toBe(9 * HOUR);
  });

  it('starts nothing afterwards', () => {
    const facts = untouched(received, { closed: moment(received + HOUR), firstAction: moment(received + 2 * HOUR) });
    expect(of(facts, received + 3 * HOUR).map(({ key }) => key)).not.toContain('kpi.eligibility');
  });
});

describe('a moment that is an estimate', () => {
  it('marks the clocks that rest on it and no other', () => {
    const received = at('2026-11-23 09:00');
    const clocks = of(untouched(received, { triaged: moment(received + MINUTE, false) }), received + HOUR);
    expect(clocks.filter(({ uncertain }) => uncertain).map(({ key }) => key)).toEqual(['kpi.triage']);
    expect(clock(clocks, 'kpi.triage').steps.map(({ step }) => step.key)).toContain('clock.step.doubt.end.until');
  });
});

describe('a moment in the past', () => {
  it('is seen without what came after it', () => {
    const received = at('2026-11-23 09:00');
    const facts = untouched(received, {
      triaged: moment(received + 5 * MINUTE),
      assignments: [assignment('a1', 'SBN', received + 10 * MINUTE, { acknowledged: moment(received + 12 * MINUTE) })],
      payments: [{ benefit: 'funeral', amountSen: 300_000, at: moment(received + 5 * HOUR) }],
      closed: moment(received + 6 * HOUR),
    });
    const then = received + 11 * MINUTE;
    const clocks = of(factsAt(facts, then), then);
    expect(clocks.map(({ key, state }) => [key, state])).toEqual([
      ['kpi.triage', 'met'],
      ['kpi.assignment', 'met'],
      ['kpi.acknowledgement', 'running'],
      ['kpi.same-day-action', 'running'],
      ['kpi.family-contact', 'running'],
      ['kpi.first-payment', 'running'],
    ]);
  });
});
