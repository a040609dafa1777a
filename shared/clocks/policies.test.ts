import { describe, expect, it } from 'vitest';
import { clocksOf } from './clocks-of.ts';
import { type ClockPolicy, defaultPolicies, defaultRows, isConfirmed, type PolicyRow, readPolicy } from './policies.ts';
import { policyInForce } from './policy-in-force.ts';
import { assignment, at, moment, untouched } from './sample-facts.ts';

const HOUR = 3_600_000;

describe('policies', () => {
  it('are one per key, dated, with a source and how sure we are', () => {
    expect(new Set(defaultPolicies.map(({ key }) => key)).size).toBe(17);
    for (const policy of defaultPolicies) {
      expect(policy.effectiveFrom).toBe(at('2024-01-01 00:00'));
      expect(policy.id).toBe(`${policy.key}@2024-01-01`);
      expect(policy.source).not.toBe('');
    }
  });

  it('hold from their date: a clock keeps the version in force at its start', () => {
    const change = at('2026-07-01 00:00');
    const triage = policyInForce(defaultPolicies, 'kpi.triage', change);
    if (!triage) throw new Error('no triage policy');
    const shorter: ClockPolicy = {
      ...triage,
      id: 'kpi.triage@2026-07-01',
      effectiveFrom: change,
      rule: { kind: 'within', ms: HOUR },
    };
    const allowed = (received: number) =>
      clocksOf(untouched(received), [shorter, ...defaultPolicies], received).find(({ key }) => key === 'kpi.triage');
    expect(allowed(change - 1)).toMatchObject({ policy: 'kpi.triage@2024-01-01', allowanceMs: HOUR / 4 });
    expect(allowed(change)).toMatchObject({ policy: 'kpi.triage@2026-07-01', allowanceMs: HOUR });
  });
});

describe('what is our reading in a promise that others made', () => {
  const notes = (policies: readonly ClockPolicy[], received: number) =>
    clocksOf(untouched(received), policies, received)
      .filter(({ key }) => key === 'kpi.same-day-action')
      .flatMap(({ steps }) => steps.map(({ step }) => step.key).filter((key) => key.includes('.inferred.')));

  it('is said where the sum rests on it, and not of a version that a supervisor set', () => {
    const late = at('2026-11-05 21:40');
    expect(notes(defaultPolicies, late)).toEqual(['clock.step.inferred.late-receipt']);
    expect(notes(defaultPolicies, at('2026-11-05 20:00'))).toEqual(['clock.step.inferred.cut-off']);
    expect(notes(defaultRows.map(readPolicy), late)).toEqual([]);
  });

  it('is named only of promises that are said to be confirmed', () => {
    const named = defaultPolicies.filter(({ inferredParts }) => inferredParts !== undefined);
    expect(named.length).toBe(9);
    expect(named.every(isConfirmed)).toBe(true);
  });
});

/** The shipped policy of a key, changed. */
function version(key: string, change: Partial<ClockPolicy>): ClockPolicy {
  const found = policyInForce(defaultPolicies, key, at('2026-01-01 00:00'));
  if (!found) throw new Error(`no policy ${key}`);
  return { ...found, ...change };
}

describe('the shipped set', () => {
  it('holds every promise of both kinds, each with its thresholds and whether it is confirmed', () => {
    expect(defaultPolicies.map(({ key, rule, calendar }) => [key, calendar, rule])).toEqual([
      ['kpi.triage', 'always', { kind: 'within', ms: HOUR / 4 }],
      ['kpi.assignment', 'always', { kind: 'within', ms: HOUR / 2 }],
      ['kpi.reassignment', 'always', { kind: 'within', ms: HOUR / 2 }],
      ['kpi.acknowledgement', 'always', { kind: 'within', ms: HOUR / 2 }],
      ['kpi.same-day-action', 'always', { kind: 'same-day', cutOff: '20:00', lateDue: '12:00' }],
      ['kpi.family-contact', 'always', { kind: 'within', ms: 24 * HOUR }],
      ['kpi.eligibility', 'always', { kind: 'within', ms: 24 * HOUR }],
      ['kpi.funeral-stretch', 'always', { kind: 'within', ms: 24 * HOUR }],
      ['kpi.first-payment', 'always', { kind: 'within', ms: 168 * HOUR }],
      ['kpi.rehabilitation', 'always', { kind: 'within', ms: 336 * HOUR }],
      ...(
        [
          ['funeral', 3],
          ['dependants', 7],
          ['survivors', 7],
          ['invalidity', 7],
          ['temporary-disablement', 5],
          ['permanent-disablement', 7],
          ['complaint', 3],
        ] as const
      ).map(([name, days]) => [`charter.${name}`, 'lead-days', { kind: 'days', days, restStart: 'moves' }]),
    ]);
    expect(defaultPolicies.every(({ warnAt }) => warnAt.join() === '0.5,0.75,0.9')).toBe(true);
    expect(defaultPolicies.filter(isConfirmed).map(({ key }) => key)).toEqual([
      'kpi.same-day-action',
      'kpi.first-payment',
      ...defaultPolicies.map(({ key }) => key).filter((key) => key.startsWith('charter.')),
    ]);
  });

  it('refuses rows that cannot be kept', () => {
    const row: PolicyRow = {
      ...version('kpi.triage', {}),
      effectiveFrom: '2026-01-01T00:00:00+08:00',
      effectiveTo: null,
      rule: { kind: 'within', minutes: 20 },
      pauses: { capHours: 2, reasons: ['hospital'] },
      warnAt: [50, 90],
    };
    expect(readPolicy(row)).toMatchObject({
      id: 'kpi.triage@2026-01-01',
      rule: { ms: HOUR / 3 },
      pauses: { capMs: 2 * HOUR, reasons: ['hospital'] },
      warnAt: [0.5, 0.9],
    });
    expect(() => readPolicy({ ...row, effectiveFrom: 'soon' })).toThrow('not a date');
    expect(() => readPolicy({ ...row, warnAt: [90, 50] })).toThrow('thresholds');
    expect(() => readPolicy({ ...row, warnAt: [50, 100] })).toThrow('thresholds');
    expect(() => readPolicy({ ...row, calendar: 'lead-days' })).toThrow('working days');
  });
});

describe('a version', () => {
  const received = at('2026-11-23 09:00');
  const triage = (policies: readonly ClockPolicy[], facts = untouched(received)) =>
    clocksOf(facts, policies, received).find(({ key }) => key === 'kpi.triage');
  const newer = version('kpi.triage', {
    id: 'kpi.triage@2026-11-01',
    effectiveFrom: at('2026-11-01 00:00'),
    rule: { kind: 'within', ms: HOUR },
  });

  it('ends on its day; between two there is no clock', () => {
    const ended = version('kpi.triage', { effectiveTo: at('2026-11-23 09:00') });
    expect(triage([ended])).toBeUndefined();
    expect(triage([{ ...ended, effectiveTo: received + 1 }])?.policy).toBe('kpi.triage@2024-01-01');
    expect(triage([...defaultPolicies, newer])?.policy).toBe('kpi.triage@2026-11-01');
    expect(triage([newer, ...defaultPolicies])).toEqual(triage([...defaultPolicies, newer]));
  });

  it('for some cases comes before that for all', () => {
    const fires = version('kpi.triage', {
      id: 'fires',
      when: { kinds: ['fire'] },
      rule: { kind: 'within', ms: 60_000 },
    });
    const all = [fires, ...defaultPolicies, newer];
    expect(triage(all)?.policy).toBe('kpi.triage@2026-11-01');
    expect(triage(all, untouched(received, { kind: 'fire' }))?.policy).toBe('fires');
    const only = (when: ClockPolicy['when'], change = {}) =>
      triage([version('kpi.triage', { when })], untouched(received, change)) !== undefined;
    expect(only({ severities: ['injury'] })).toBe(false);
    expect(only({ severities: ['death'] })).toBe(true);
    expect(only({ grades: ['confirmed'] })).toBe(false);
    expect(only({ grades: ['confirmed'] }, { grade: 'confirmed' })).toBe(true);
    expect(only({ schemes: ['act-4'] })).toBe(false);
    expect(only({ schemes: ['act-4'] }, { schemes: ['act-789', 'act-4'] })).toBe(true);
  });

  it('to which a supervisor moves a clock counts from its start, forgets no pause, and is said', () => {
    const facts = untouched(received, {
      pauses: [
        {
          reason: 'hospital',
          from: moment(received + HOUR),
          until: moment(received + 2 * HOUR),
          plannedUntil: null,
        },
      ],
    });
    const longer = version('kpi.family-contact', {
      id: 'longer',
      rule: { kind: 'within', ms: 48 * HOUR },
      effectiveFrom: received + 1,
    });
    const all = [...defaultPolicies, longer];
    const now = received + 5 * HOUR;
    const family = (given: typeof facts) => clocksOf(given, all, now).find(({ key }) => key === 'kpi.family-contact');
    const move = { clock: 'kpi.family-contact:case-1', policy: 'longer', at: moment(received + 4 * HOUR) };
    const [kept, moved] = [family(facts), family({ ...facts, policyMoves: [move] })];
    expect([kept?.due, moved?.due]).toEqual([received + 25 * HOUR, received + 49 * HOUR]);
    expect([moved?.policy, moved?.id]).toEqual(['longer', kept?.id]);
    expect([moved?.elapsedMs, moved?.pausedMs]).toEqual([kept?.elapsedMs, kept?.pausedMs]);
    expect(moved?.steps.find(({ step }) => step.key === 'clock.step.policy-moved')?.step.params).toEqual({
      person: { t: 'person', v: 'someone' },
      at: { t: 'time', v: received + 4 * HOUR },
      since: { t: 'day', v: received + 1 },
    });
    expect(family({ ...facts, policyMoves: [{ ...move, policy: 'unknown' }] })).toEqual(kept);
    const back = { ...move, policy: 'kpi.family-contact@2024-01-01', at: moment(now) };
    expect(family({ ...facts, policyMoves: [back, move] })?.due).toBe(kept?.due);
  });

  it('moves each clock of its kind alone', () => {
    const facts = untouched(received, {
      assignments: [
        assignment('a1', 'SAM', received, { until: moment(received + HOUR / 4) }),
        assignment('a2', 'KLG', received + HOUR / 4),
      ],
      policyMoves: [{ clock: 'kpi.acknowledgement:a2', policy: 'slow', at: moment(received + HOUR / 3) }],
    });
    const slow = version('kpi.acknowledgement', {
      id: 'slow',
      effectiveFrom: received + HOUR,
      rule: { kind: 'within', ms: HOUR },
    });
    const replies = clocksOf(facts, [...defaultPolicies, slow], received).filter(
      ({ key }) => key === 'kpi.acknowledgement',
    );
    expect(replies.map(({ id, due }) => [id, due])).toEqual([
      ['kpi.acknowledgement:a1', received + HOUR / 2],
      ['kpi.acknowledgement:a2', received + HOUR / 4 + HOUR],
    ]);
  });
});
