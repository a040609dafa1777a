import type { MessageParam } from '#shared/domain/message-ref.ts';
import { type Day, type Weekday, weekdayOf } from './day.ts';
import type { Holiday } from './holiday.ts';
import { inForce, type OfficeHours, type StateWeek } from './state-weeks.ts';
import { substituteDays } from './substitute-days.ts';

/** Why a day is not worked. A rest day stays a rest day whatever holiday falls on it. */
export type DayOff =
  | { why: 'rest' }
  | { why: 'holiday' | 'substitute' | 'closed'; name: MessageParam; estimated: boolean };

/** The working days of one office. */
export interface Calendar {
  /** Code and name of the state whose week it keeps. */
  state: { code: string; name: string };
  /** Null on a working day. */
  off(day: Day): DayOff | null;
  /** The weekly rest days in force on a day. */
  restDays(day: Day): readonly Weekday[];
  /** Whether the holidays of that day are known; beyond them only rest days are left out. */
  knows(day: Day): boolean;
  /** Hours of work on a working day, minutes since midnight. */
  hours(day: Day): { open: number; close: number };
}

/** What a calendar is made of. */
export interface CalendarParts {
  holidays: readonly Holiday[];
  hours: readonly OfficeHours[];
  /** Days of which the holidays say anything. */
  known: { from: Day; to: Day };
}

/** The calendar of a state, or of one of its offices where `branch` is given. */
export function makeCalendar(week: StateWeek, parts: CalendarParts, branch: string | null): Calendar {
  const ofState = parts.holidays.filter(({ states }) => states.includes(week.code));
  const ofBranch = parts.holidays.filter(({ branches }) => branch !== null && branches.includes(branch));
  const days = new Map<Day, DayOff>();
  const put = (holiday: Holiday, day: Day, why: 'holiday' | 'substitute' | 'closed') => {
    if (!days.has(day)) days.set(day, { why, name: holiday.name, estimated: holiday.status === 'estimated' });
  };
  for (const holiday of ofState) put(holiday, holiday.day, 'holiday');
  for (const [day, holiday] of substituteDays(ofState, week.weeks)) put(holiday, day, 'substitute');
  for (const holiday of ofBranch) put(holiday, holiday.day, 'closed');
  return {
    state: { code: week.code, name: week.name },
    off: (day) => (inForce(week.weeks, day).rest.includes(weekdayOf(day)) ? { why: 'rest' } : (days.get(day) ?? null)),
    restDays: (day) => inForce(week.weeks, day).rest,
    knows: (day) => day >= parts.known.from && day <= parts.known.to,
    hours: (day) => inForce(parts.hours, day),
  };
}
