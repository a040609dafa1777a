import calendarsJson from '#data/calendars.json';
import { type Day, readDay, type Weekday } from './day.ts';

/** How a week goes from a day on. A public holiday on the `weekly` holiday is moved, one on another rest day is not. */
export interface WeekRule {
  from: Day;
  rest: readonly Weekday[];
  weekly: Weekday;
}

/** The working week of a state, rules in the order of their days. */
export interface StateWeek {
  code: string;
  name: string;
  weeks: readonly WeekRule[];
}

/** Hours in which an office is open on a working day, minutes since midnight, from a day on. */
export interface OfficeHours {
  from: Day;
  open: number;
  close: number;
}

interface CalendarsFile {
  states: readonly { code: string; name: string; weeks: readonly (Omit<WeekRule, 'from'> & { from: string })[] }[];
  hours: readonly { from: string; open: string; close: string }[];
}

const file = calendarsJson as CalendarsFile;

/** Minutes since midnight of `HH:MM`. @throws RangeError */
export function minutesOf(time: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) throw new RangeError(`not HH:MM: ${time}`);
  return Number(hours) * 60 + Number(minutes);
}

/** The weeks shipped with the product: 13 states and 3 federal territories. */
export const stateWeeks: readonly StateWeek[] = file.states.map((state) => ({
  ...state,
  weeks: state.weeks.map((week) => ({ ...week, from: readDay(week.from) })),
}));

/** The office hours shipped with the product. */
export const officeHours: readonly OfficeHours[] = file.hours.map(({ from, open, close }) => ({
  from: readDay(from),
  open: minutesOf(open),
  close: minutesOf(close),
}));

/** The rule in force on a day: the last begun, or the earliest where none had begun. @throws RangeError without rules */
export function inForce<T extends { from: Day }>(rules: readonly T[], day: Day): T {
  let best: T | null = null;
  for (const rule of rules) {
    if (best === null || (best.from > day ? rule.from < best.from : rule.from <= day && rule.from >= best.from))
      best = rule;
  }
  if (best === null) throw new RangeError('no rule at all');
  return best;
}
