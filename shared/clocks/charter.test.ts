import { describe, expect, it } from 'vitest';
import type { ClockFacts } from '#shared/domain/clock-facts.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import type { ClockInstance } from './clock-instance.ts';
import { clocksOf } from './clocks-of.ts';
import { type ClockPolicy, defaultPolicies } from './policies.ts';
import { assignment, at, moment, untouched } from './sample-facts.ts';
import { slimClock } from './slim-clock.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Documents complete on Friday 6 November 2026, 10:00, at Shah Alam; Sunday is Deepavali, replaced on Monday. */
const start = at('2026-11-06 10:00');

function facts(change: Partial<ClockFacts> = {}): ClockFacts {
  return untouched(at('2026-11-05 09:00'), {
    assignments: [assignment('a1', 'SAM', at('2026-11-05 09:10'))],
    documents: [{ benefit: 'funeral', at: moment(start) }],
    ...change,
  });
}

function charter(given: ClockFacts, now: number, policies: readonly ClockPolicy[] = defaultPolicies): ClockInstance {
  const found = clocksOf(given, policies, now).find(({ key }) => key === 'charter.funeral');
  if (!found) throw new Error('no charter clock');
  return found;
}

const due = (given: ClockFacts, now = at('2026-11-20 00:00')) => isoMalaysia(charter(given, now).due).slice(0, 19);

describe('a charter clock', () => {
  it('tells each day it does not count, and why, and adds up', () => {
    const { steps } = charter(facts(), at('2026-11-11 12:00'));
    const told = steps.map(({ step, amount }) => [step.key.replace('clock.step.', ''), amount.v]);
    expect(told).toEqual([
      ['start.documents', start],
      ['off.start-day', 14 * HOUR],
      ['off.rest', DAY],
      ['off.rest', DAY],
      ['off.substitute', DAY],
      ['days', 3 * DAY - 1_000],
      ['due', at('2026-11-12 23:59:59')],
      ['now', at('2026-11-11 12:00')],
      ['left', 36 * HOUR - 1_000],
      ['inferred.working-days', 0],
    ]);
    expect(steps.find(({ step }) => step.key === 'clock.step.off.substitute')?.step.params).toEqual({
      weekday: { t: 'key', v: 'weekday.mon' },
      day: { t: 'day', v: at('2026-11-09 00:00') },
      state: { t: 'text', v: 'Selangor' },
      holiday: { t: 'key', v: 'holiday.deepavali' },
    });
  });

  it('counts nothing on rest days and warns by counted time', () => {
    const at9 = charter(facts(), at('2026-11-09 12:00'));
    expect([at9.elapsedMs, at9.offMs]).toEqual([0, at('2026-11-09 12:00') - start]);
    expect(charter(facts(), at('2026-11-11 12:00')).elapsedMs).toBe(36 * HOUR);
    expect(at9.thresholds.map(({ fraction, at: when }) => [fraction, isoMalaysia(when).slice(5, 16)])).toEqual([
      [0.5, '11-11T11:59'],
      [0.75, '11-12T05:59'],
      [0.9, '11-12T16:47'],
      [1, '11-12T23:59'],
    ]);
  });

  it('keeps the days counted when the lead changes, and runs on in the new calendar', () => {
    const moved = (when: string, branch: string) =>
      facts({ assignments: [assignment('a1', 'SAM', at('2026-11-05 09:10')), assignment('a2', branch, at(when))] });
    // To Kuching on Saturday: Sarawak works on Monday 9.
    expect(due(moved('2026-11-07 10:00', 'KCH'))).toBe('2026-11-11T23:59:59');
    // To Kota Bharu on Wednesday 11, two days counted: Thursday is the third there too.
    expect(due(moved('2026-11-11 15:00', 'KBR'))).toBe('2026-11-12T23:59:59');
    // Under seven days: Friday and Saturday rest in Kelantan, Sunday does not.
    const seven = defaultPolicies.map((policy) =>
      policy.key === 'charter.funeral'
        ? { ...policy, rule: { ...policy.rule, days: 7 } as ClockPolicy['rule'] }
        : policy,
    );
    const clock = charter(moved('2026-11-11 15:00', 'KBR'), at('2026-11-20 00:00'), seven);
    expect(isoMalaysia(clock.due).slice(0, 10)).toBe('2026-11-18');
    expect(clock.steps.at(-1)?.step).toMatchObject({
      key: 'clock.step.calendar-changed',
      params: { before: { v: 'Selangor' }, after: { v: 'Kelantan' }, day: { v: at('2026-11-12 00:00') } },
    });
    expect(charter(moved('2026-11-11 15:00', 'KBR'), at('2026-11-11 15:00')).elapsedMs).toBe(
      charter(facts(), at('2026-11-11 15:00')).elapsedMs,
    );
  });

  it('is counted at headquarters until somebody leads, and says so', () => {
    const alone = charter(facts({ assignments: [] }), at('2026-11-10 12:00'));
    expect(isoMalaysia(alone.due).slice(0, 10)).toBe('2026-11-12');
    expect(alone.steps.map(({ step }) => step.key)).toContain('clock.step.no-lead');
  });

  it('is moved by a pause only by the counted time in it', () => {
    const paused = (from: string, until: string) =>
      facts({
        pauses: [{ reason: 'family-not-ready', from: moment(at(from)), until: moment(at(until)), plannedUntil: null }],
      });
    expect(due(paused('2026-11-07 00:00', '2026-11-09 12:00'))).toBe('2026-11-12T23:59:59');
    expect(due(paused('2026-11-10 09:00', '2026-11-10 12:10'))).toBe('2026-11-13T03:09:59');
    const over = charter(paused('2026-11-08 00:00', '2026-11-10 06:00'), at('2026-11-20 00:00'));
    expect([over.pausedMs, isoMalaysia(over.due).slice(0, 19)]).toEqual([6 * HOUR, '2026-11-13T05:59:59']);
    expect(over.pauses).toMatchObject([
      { by: 'someone', endedBy: 'person', endedByWhom: 'someone', countedMs: 6 * HOUR },
    ]);
  });

  it('reads in a row, while paused, as it stood when the pause began', () => {
    const open = facts({
      pauses: [{ reason: 'hospital', from: moment(at('2026-11-10 09:00')), until: null, plannedUntil: null }],
    });
    const [early, later] = [charter(open, at('2026-11-10 10:00')), charter(open, at('2026-11-17 10:00'))];
    expect(slimClock(later)).toEqual(slimClock(early));
    expect(slimClock(early)).toMatchObject({ due: at('2026-11-12 23:59:59'), pausedSince: at('2026-11-10 09:00') });
    expect(later.state).toBe('paused');
  });
});

describe('complaints', () => {
  it('each have their own clock, which closing the case does not end', () => {
    const two = facts({
      closed: moment(at('2026-11-06 12:00')),
      complaints: [
        { id: 'c1', at: moment(at('2026-11-05 09:00')), acknowledged: moment(at('2026-11-06 09:00')) },
        { id: 'c2', at: moment(at('2026-11-06 13:00')), acknowledged: null },
      ],
    });
    const clocks = clocksOf(two, defaultPolicies, at('2026-11-13 00:00')).filter(
      ({ key }) => key === 'charter.complaint',
    );
    expect(clocks.map(({ id, state }) => [id, state])).toEqual([
      ['charter.complaint:c1', 'met'],
      ['charter.complaint:c2', 'missed'],
    ]);
  });
});

describe('equipment', () => {
  it('has fourteen days from its approval, not from a refusal', () => {
    const approved = facts({
      eligibility: [
        { benefit: 'rehabilitation', eligible: false, at: moment(start - DAY) },
        { benefit: 'rehabilitation', eligible: true, at: moment(start) },
      ],
    });
    const clock = clocksOf(approved, defaultPolicies, start).find(({ key }) => key === 'kpi.rehabilitation');
    expect(clock?.due).toBe(start + 14 * DAY);
    expect(clocksOf(facts(), defaultPolicies, start).map(({ key }) => key)).not.toContain('kpi.rehabilitation');
  });
});
