import { MALAYSIA_OFFSET_MS } from '#shared/kit/malaysia-time.ts';

export const DAY_MS = 86_400_000;
export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A day of Malaysia's calendar as a whole number: days since 1 January 1970. */
export type Day = number;

/** The day that holds a moment. @param ms since 1970 */
export function dayOf(ms: number): Day {
  return Math.floor((ms + MALAYSIA_OFFSET_MS) / DAY_MS);
}

/** The midnight in Malaysia that begins a day, ms since 1970. */
export function startOf(day: Day): number {
  return day * DAY_MS - MALAYSIA_OFFSET_MS;
}

/** The day of the week; 1 January 1970 was a Thursday. */
export function weekdayOf(day: Day): Weekday {
  return WEEKDAYS[(((day + 4) % 7) + 7) % 7] ?? 'sun';
}

/** A day from `YYYY-MM-DD`. @throws RangeError when it is no day of the calendar */
export function readDay(text: string): Day {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text) throw new RangeError(`not a day: ${text}`);
  return ms / DAY_MS;
}

/** `YYYY-MM-DD` of a day. */
export function isoDay(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
