import { describe, expect, it } from 'vitest';
import type { Calendar } from './calendar/calendar.ts';
import type { Weekday } from './calendar/day.ts';
import { calendarNotes } from './explain-calendar.ts';
import { assignment, at, untouched } from './sample-facts.ts';

const start = at('2026-11-02 09:00');
const changed = at('2026-11-04 00:00');
const facts = untouched(start, { assignments: [assignment('a1', 'SAM', start)] });

/** The notes of a count in which the weekly rest days become these after the first two days. */
function notes(rest: readonly Weekday[]) {
  const week = (restDays: readonly Weekday[]): Calendar => ({
    state: { code: 'SGR', name: 'Selangor' },
    off: () => null,
    restDays: () => restDays,
    knows: () => true,
    hours: () => ({ open: 480, close: 1_020 }),
  });
  const calendarOn = (day: number) => week(day * 86_400_000 < changed ? ['fri', 'sat'] : rest);
  return calendarNotes([], { start, due: at('2026-11-09 23:59'), calendarOn, facts }).map(({ step }) => step);
}

describe('weekly rest days that change within a count', () => {
  const from = { day: { t: 'day', v: changed }, state: { t: 'text', v: 'Selangor' } };
  const [sat, sun] = [
    { t: 'key', v: 'weekday.sat' },
    { t: 'key', v: 'weekday.sun' },
  ];

  it('are said once, by name where they are one or two', () => {
    expect(notes(['sat', 'sun'])).toEqual([
      { key: 'clock.step.rest-changed.two', params: { ...from, one: sat, other: sun } },
    ]);
    expect(notes(['sun'])).toEqual([{ key: 'clock.step.rest-changed.one', params: { ...from, one: sun } }]);
    expect(notes(['fri', 'sat', 'sun'])).toEqual([{ key: 'clock.step.rest-changed', params: from }]);
  });

  it('are not said where they stay the same, in whatever order', () => {
    expect(notes(['sat', 'fri'])).toEqual([]);
  });
});
