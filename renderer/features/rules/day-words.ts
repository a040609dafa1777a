import type { Say } from '#renderer/ui/use-say.ts';
import { isoDay, readDay, startOf, weekdayOf } from '#shared/clocks/calendar/day.ts';
import { stateWeeks } from '#shared/clocks/calendar/state-weeks.ts';
import type { CalendarEntry } from '#shared/contract/wire/rule-values.ts';
import { formatDate } from '#shared/text/format.ts';

/** A name of a holiday in this window's language. */
export function nameInWords(say: Say, { t, v }: { t: 'key' | 'text'; v: string }): string {
  return t === 'key' ? say.key(v) : v;
}

/** `Isnin, 23 Nov 2026`. @param day `YYYY-MM-DD` */
export function dayInWords(say: Say, day: string): string {
  const at = readDay(day);
  return `${say(`weekday.${weekdayOf(at)}`)}, ${formatDate(say.lang, startOf(at))}`;
}

/** `23 Nov 2026`. @param day `YYYY-MM-DD` */
export function dateInWords(say: Say, day: string): string {
  return formatDate(say.lang, startOf(readDay(day)));
}

/** Days of the week in words. */
export function daysInWords(say: Say, days: readonly string[]): string {
  return days.map((day) => say.key(`weekday.${day}`)).join(', ');
}

/** `08:00` of minutes since midnight. */
export function timeInWords(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Whose days a line is about: every state, states by code, offices by code. */
export function whereInWords(
  say: Say,
  { states, branches }: { states: readonly string[]; branches: readonly string[] },
) {
  if (states.length === stateWeeks.length) return say('calendar.everywhere');
  return [...states, ...branches].join(' ');
}

/** A line somebody set, in words. */
export function lineInWords(say: Say, entry: CalendarEntry): string {
  if (entry.kind === 'week')
    return say('calendar.line.week', { days: daysInWords(say, entry.rest), day: dateInWords(say, entry.from) });
  if (entry.kind === 'hours')
    return say('calendar.line.hours', { open: entry.open, close: entry.close, day: dateInWords(say, entry.from) });
  return entry.kind === 'worked' ? say('calendar.line.worked') : nameInWords(say, entry.name);
}

/** The day that lies so many days from another. @param day `YYYY-MM-DD` */
export function dayFrom(day: string, by: number): string {
  return isoDay(readDay(day) + by);
}
