import { describe, expect, it } from 'vitest';
import type { CalendarRule, PolicyRule, RuleState } from '#shared/contract/view/rule-state.ts';
import type { CalendarEntry } from '#shared/contract/wire/rule-values.ts';
import { readDay } from './calendar/day.ts';
import { policyInForce } from './policy-in-force.ts';
import { ruleBookOf } from './rule-book.ts';

const NOON = Date.parse('2026-11-23T12:00:00+08:00');
const mark = (seq: number) => {
  const id = `01900000-0000-7000-8000-00000000000${seq}`;
  return { id, event: id, actor: 'a', setAt: NOON, withdrawnAt: null, seq, at: '000000000000000.00000' };
};
const version = (seq: number, minutes: number, said: Partial<PolicyRule> = {}): PolicyRule => ({
  ...mark(seq),
  kind: 'policy',
  version: `kpi.assignment@2026-01-01~${seq}`,
  replaces: 'kpi.assignment@2024-01-01',
  row: {
    key: 'kpi.assignment',
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    effectiveTo: null,
    start: 'received',
    stop: ['assigned'],
    rule: { kind: 'within', minutes },
    calendar: 'always',
    pauses: null,
    warnAt: [50],
    when: null,
    awaited: null,
    status: 'inferred',
    source: 'x',
  },
  ...said,
});
const line = (seq: number, entry: CalendarEntry): CalendarRule => ({ ...mark(seq), kind: 'calendar', entry });
const minutesAt = (rules: readonly RuleState[], ms: number) => {
  const rule = policyInForce(ruleBookOf(rules).policies, 'kpi.assignment', ms)?.rule;
  return rule?.kind === 'within' ? rule.ms / 60_000 : null;
};

describe('promises', () => {
  it('set today hold for no clock that started before, whatever date they name', () => {
    expect(minutesAt([version(1, 20)], NOON - 1)).toBe(30);
    expect(minutesAt([version(1, 20)], NOON)).toBe(20);
  });

  it('edited by two unseen of each other both stand; the one accepted later comes first, in any order', () => {
    const [a, b] = [version(1, 20), version(2, 10)];
    expect(minutesAt([a, b], NOON)).toBe(10);
    expect(minutesAt([b, a], NOON)).toBe(10);
    expect(ruleBookOf([b, a]).policies.filter(({ id }) => id.includes('~'))).toHaveLength(2);
  });

  it('withdrawn hold for what started meanwhile and for nothing later', () => {
    const off = version(1, 20, { withdrawnAt: NOON + 1_000 });
    expect([minutesAt([off], NOON + 999), minutesAt([off], NOON + 1_000)]).toEqual([20, 30]);
  });

  it('that cannot be read hold for nothing, and hinder no other', () => {
    const row = { ...version(1, 20).row, warnAt: [90, 50] };
    expect(minutesAt([version(1, 20, { row }), version(2, 10)], NOON)).toBe(10);
  });
});

describe('calendars', () => {
  const christmas = readDay('2026-12-25');
  const off = (day: string, states: string[], branches: string[] = []) =>
    ({
      kind: 'off',
      day,
      states,
      branches,
      name: { t: 'text', v: 'Cuti khas' },
      status: 'gazetted',
      source: 'surat',
      substitute: true,
    }) as const;

  it('gain a day off for a state or one of its offices alone', () => {
    const { calendars } = ruleBookOf([line(1, off('2026-12-01', ['SGR'])), line(2, off('2026-12-02', [], ['KLU']))]);
    const [first, second] = [readDay('2026-12-01'), readDay('2026-12-02')];
    expect(calendars.ofState('SGR').off(first)).toMatchObject({ why: 'holiday', name: { v: 'Cuti khas' } });
    expect(calendars.ofState('KUL').off(first)).toBeNull();
    expect(calendars.of('KLU').off(second)).toMatchObject({ why: 'closed' });
    expect(calendars.ofState('KUL').off(second)).toBeNull();
  });

  it('lose one where it is worked after all, and have it back when that is withdrawn', () => {
    const worked = line(1, { kind: 'worked', day: '2026-12-25', states: ['SGR'], branches: [] });
    expect(ruleBookOf([worked]).calendars.ofState('SGR').off(christmas)).toBeNull();
    expect(ruleBookOf([worked]).calendars.ofState('KUL').off(christmas)).toMatchObject({ why: 'holiday' });
    const back = { ...worked, withdrawnAt: NOON };
    expect(ruleBookOf([back]).calendars.ofState('SGR').off(christmas)).toMatchObject({ why: 'holiday' });
  });

  it('change their week and hours from a day on', () => {
    const week = line(1, { kind: 'week', state: 'SGR', from: '2027-01-01', rest: ['fri', 'sat'], weekly: 'fri' });
    const hours = line(2, { kind: 'hours', from: '2027-01-01', open: '09:00', close: '16:00' });
    const selangor = ruleBookOf([week, hours]).calendars.ofState('SGR');
    expect(selangor.off(readDay('2026-12-27'))).toEqual({ why: 'rest' });
    expect(selangor.off(readDay('2027-01-10'))).toBeNull();
    expect(selangor.off(readDay('2027-01-08'))).toEqual({ why: 'rest' });
    expect(selangor.hours(readDay('2027-01-11'))).toMatchObject({ open: 540, close: 960 });
  });
});
