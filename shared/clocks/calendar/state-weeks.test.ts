import { describe, expect, it } from 'vitest';
import { readDay } from './day.ts';
import { readStates } from './holidays.ts';
import { inForce, officeHours, stateWeeks } from './state-weeks.ts';

describe('a rule in force', () => {
  const rules = [{ from: 20 }, { from: 10 }, { from: 30 }];

  it('is the last begun, from its very day on, in whatever order they stand; before all of them the earliest', () => {
    expect([9, 10, 19, 20, 29, 30, 99].map((day) => inForce(rules, day).from)).toEqual([10, 10, 10, 20, 20, 30, 30]);
    expect(() => inForce([], 1)).toThrow('no rule');
  });

  it('of Johor’s week changed with 2025', () => {
    const johor = stateWeeks.find(({ code }) => code === 'JHR')?.weeks ?? [];
    const weekly = (day: string) => inForce(johor, readDay(day)).weekly;
    expect([weekly('2024-12-31'), weekly('2025-01-01')]).toEqual(['fri', 'sun']);
    expect(stateWeeks).toHaveLength(16);
    expect(officeHours[0]).toMatchObject({ open: 480, close: 1_020 });
  });
});

describe('names of states', () => {
  it('are read one by one, all, or all but some', () => {
    expect(readStates('KUL PJY')).toEqual(['KUL', 'PJY']);
    expect(readStates('all')).toHaveLength(16);
    expect(readStates('all but SWK SBH')).toHaveLength(14);
    expect(() => readStates('all but ZZZ')).toThrow('no state ZZZ');
  });
});

describe('a day', () => {
  it('is one of the calendar, or refused', () => {
    expect(readDay('2024-02-29') - readDay('2024-02-28')).toBe(1);
    for (const text of ['2025-02-29', '2025-13-01', '1/1/2025', '']) expect(() => readDay(text)).toThrow('not a day');
  });
});
