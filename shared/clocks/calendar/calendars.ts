import branchesJson from '#data/branches.json';
import { type Calendar, type CalendarParts, makeCalendar } from './calendar.ts';
import { defaultHolidays, defaultKnown } from './holidays.ts';
import { officeHours, type StateWeek, stateWeeks } from './state-weeks.ts';

/** The calendar an office keeps. */
export interface Calendars {
  /** Of an office by its code; an office nobody knows, or none, keeps that of headquarters. */
  of(branch: string | null): Calendar;
  /** Of a state by its code. @throws RangeError when there is none */
  ofState(code: string): Calendar;
}

/** Where a case without a lead is counted: headquarters. */
const HEADQUARTERS = 'KUL';

/** Calendars from their parts; each is made when first asked for. */
export function makeCalendars(
  weeks: readonly StateWeek[],
  parts: CalendarParts,
  stateOfBranch: ReadonlyMap<string, string>,
): Calendars {
  const made = new Map<string, Calendar>();
  const apart = new Set(parts.holidays.flatMap(({ branches }) => branches));
  const ofState = (code: string, branch: string | null): Calendar => {
    const id = branch === null ? code : `${code} ${branch}`;
    const known = made.get(id);
    if (known) return known;
    const week = weeks.find((one) => one.code === code);
    if (week === undefined) throw new RangeError(`no state ${code}`);
    const calendar = makeCalendar(week, parts, branch);
    made.set(id, calendar);
    return calendar;
  };
  return {
    of: (branch) => {
      const state = (branch === null ? undefined : stateOfBranch.get(branch)) ?? HEADQUARTERS;
      return ofState(state, branch !== null && apart.has(branch) ? branch : null);
    },
    ofState: (code) => ofState(code, null),
  };
}

const codeOf = new Map(stateWeeks.map(({ name, code }) => [name, code]));

/** State code of every office shipped with the product, by its own code. */
export const statesOfBranches: ReadonlyMap<string, string> = new Map(
  (branchesJson as readonly { code: string; state: string }[]).flatMap(({ code, state }) => {
    const known = codeOf.get(state);
    return known === undefined ? [] : [[code, known] as const];
  }),
);

/** The calendars shipped with the product. */
export const defaultCalendars: Calendars = makeCalendars(
  stateWeeks,
  { holidays: defaultHolidays, hours: officeHours, known: defaultKnown },
  statesOfBranches,
);
