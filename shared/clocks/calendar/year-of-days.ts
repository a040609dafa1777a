import type { CalendarParts } from './calendar.ts';
import { type Day, readDay, weekdayOf } from './day.ts';
import type { Holiday } from './holiday.ts';
import { inForce, type StateWeek, stateWeeks } from './state-weeks.ts';
import { substituteDays } from './substitute-days.ts';

/** One day of a year that is not worked, or would not be were it no rest day already. */
export interface YearDay {
  day: Day;
  why: 'holiday' | 'substitute' | 'closed';
  holiday: Holiday;
  onRest: boolean;
  /** Kept by every state and territory. */
  everywhere: boolean;
}

/** The holidays of a state over a year, of one of its offices where `branch` is given, in the order of their days. */
export function yearOfDays(week: StateWeek, parts: CalendarParts, branch: string | null, year: number): YearDay[] {
  const [first, last] = [readDay(`${year}-01-01`), readDay(`${year}-12-31`)];
  const ofState = parts.holidays.filter(({ states }) => states.includes(week.code));
  const ofBranch = parts.holidays.filter(({ branches }) => branch !== null && branches.includes(branch));
  const days = new Map<string, YearDay>();
  const put = (holiday: Holiday, day: Day, why: YearDay['why']) => {
    // What was set last comes first: of two entries of one day and name it is the one that shows.
    const id = `${day} ${why === 'substitute' ? 'for ' : ''}${holiday.name.v}`;
    if (day < first || day > last || days.has(id)) return;
    const onRest = inForce(week.weeks, day).rest.includes(weekdayOf(day));
    const shared = parts.holidays.filter((one) => one.day === holiday.day && one.name.v === holiday.name.v);
    const states = new Set(shared.flatMap((one) => one.states));
    days.set(id, { day, why, holiday, onRest, everywhere: states.size >= stateWeeks.length });
  };
  for (const holiday of ofState) put(holiday, holiday.day, 'holiday');
  for (const [day, holiday] of substituteDays(ofState, week.weeks)) put(holiday, day, 'substitute');
  for (const holiday of ofBranch) put(holiday, holiday.day, 'closed');
  return [...days.values()].sort((a, b) => a.day - b.day || (a.holiday.name.v < b.holiday.name.v ? -1 : 1));
}
