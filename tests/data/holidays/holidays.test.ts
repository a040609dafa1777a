import { readFileSync } from 'node:fs';
import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { defaultCalendars } from '#shared/clocks/calendar/calendars.ts';
import { isoDay, readDay, weekdayOf } from '#shared/clocks/calendar/day.ts';
import { HOLIDAY_NAMES } from '#shared/clocks/calendar/holiday-names.ts';
import { defaultHolidays } from '#shared/clocks/calendar/holidays.ts';
import { stateWeeks } from '#shared/clocks/calendar/state-weeks.ts';
import { isTextKey } from '#shared/text/catalogue.ts';

/** States of the other list, by its codes. */
const THEIRS: Readonly<Record<string, string>> = {
  JHR: '01',
  KDH: '02',
  KTN: '03',
  MLK: '04',
  NSN: '05',
  PHG: '06',
  PNG: '07',
  PRK: '08',
  PLS: '09',
  SGR: '10',
  TRG: '11',
  SBH: '12',
  SWK: '13',
  KUL: '14',
  LBN: '15',
  PJY: '16',
};
const YEARS = [2024, 2025, 2026, 2027];

/** Every day that one list knows of a state and the other does not, without replacements. */
function differences(): string[] {
  const found = new Map<string, string[]>();
  const put = (line: string, state: string) => found.set(line, [...(found.get(line) ?? []), state]);
  for (const [state, code] of Object.entries(THEIRS)) {
    const list = new Holidays('MY', code);
    for (const year of YEARS) {
      const theirs = new Map(
        list
          .getHolidays(year)
          .filter(({ type, substitute }) => type === 'public' && substitute !== true)
          .map(({ date, name }) => [date.slice(0, 10), name]),
      );
      const ours = new Map(
        defaultHolidays
          .filter(({ day, states }) => isoDay(day).startsWith(String(year)) && states.includes(state))
          .map(({ day, name }) => [isoDay(day), String(name.v).replace('holiday.', '')]),
      );
      for (const [day, name] of theirs) if (!ours.has(day)) put(`${day},theirs,${name}`, state);
      for (const [day, name] of ours) if (!theirs.has(day)) put(`${day},ours,${name}`, state);
    }
  }
  const all = Object.keys(THEIRS).length;
  return [...found].map(([line, states]) => `${line},${states.length === all ? 'all' : states.toSorted().join(' ')}`);
}

describe('the holidays', () => {
  it('are many, in order, of known states, each with words and a source', () => {
    expect(defaultHolidays.length).toBeGreaterThan(190);
    const days = defaultHolidays.map(({ day }) => day);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(defaultHolidays.filter(({ source, states }) => source.length < 20 || states.length === 0)).toEqual([]);
    expect(HOLIDAY_NAMES.filter((name) => !isTextKey(`holiday.${name}`))).toEqual([]);
    const used = new Set(defaultHolidays.map(({ name }) => name.v));
    expect(HOLIDAY_NAMES.filter((name) => !used.has(`holiday.${name}`))).toEqual([]);
  });

  it('say which are estimates: all that moves in 2027, hardly any before', () => {
    const estimated = (year: number) =>
      defaultHolidays.filter(({ day, status }) => isoDay(day).startsWith(String(year)) && status === 'estimated')
        .length;
    expect(YEARS.map(estimated)).toEqual([0, 2, 0, 46]);
  });

  it('differ from date-holidays only as is known, each difference with its cause', () => {
    const known = readFileSync(new URL('./differences.csv', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const parts = known.map((line) => /^([^,]+,[^,]+,[^,]+),([^,]+),(.+)$/.exec(line));
    expect(parts.filter((part) => part === null || (part[3] ?? '').length < 10)).toEqual([]);
    const lines = parts.map((part) => `${part?.[1]},${(part?.[2] ?? '').split(' ').toSorted().join(' ')}`);
    expect(differences().toSorted()).toEqual(lines.toSorted());
  }, 60_000);
});

describe('the calendars', () => {
  const off = (state: string, day: string) => defaultCalendars.ofState(state).off(readDay(day));

  it('give every state its rest days, and Johor other ones since 2025', () => {
    const rest = (state: string, year: number) =>
      [...Array(7).keys()]
        .map((n) => readDay(`${year}-08-05`) + n)
        .flatMap((day) => (off(state, isoDay(day))?.why === 'rest' ? [weekdayOf(day)] : []));
    for (const { code } of stateWeeks) {
      const friday = ['KDH', 'KTN', 'TRG'].includes(code);
      expect(rest(code, 2024).toSorted(), code).toEqual(friday || code === 'JHR' ? ['fri', 'sat'] : ['sat', 'sun']);
      expect(rest(code, 2025).toSorted(), code).toEqual(friday ? ['fri', 'sat'] : ['sat', 'sun']);
    }
  });

  it('give the replacement days that were published', () => {
    const given = (day: string) =>
      stateWeeks.flatMap(({ code }) => (off(code, day)?.why === 'substitute' ? [code] : [])).toSorted();
    expect(given('2024-01-15')).toEqual(['NSN']);
    expect(given('2024-02-12')).toEqual(
      stateWeeks
        .map(({ code }) => code)
        .filter((code) => code !== 'JHR' && code !== 'KDH')
        .toSorted(),
    );
    expect(given('2024-09-17')).toEqual([]);
    expect(given('2025-04-27')).toEqual(['TRG']);
    expect(given('2026-02-02')).toEqual(['JHR', 'KUL', 'LBN', 'NSN', 'PJY', 'PNG', 'PRK', 'SGR']);
    expect(given('2026-02-03')).toEqual([]);
    expect(given('2026-05-18')).toEqual(['PLS']);
  });
});
