import type { CalendarRule, PolicyRule, RuleState } from '#shared/contract/view/rule-state.ts';
import type { CalendarEntry } from '#shared/contract/wire/rule-values.ts';
import type { CalendarParts } from './calendar/calendar.ts';
import { type Calendars, defaultCalendars, makeCalendars, statesOfBranches } from './calendar/calendars.ts';
import { readDay } from './calendar/day.ts';
import type { Holiday } from './calendar/holiday.ts';
import { defaultHolidays, defaultKnown } from './calendar/holidays.ts';
import { minutesOf, officeHours, type StateWeek, stateWeeks } from './calendar/state-weeks.ts';
import { type ClockPolicy, defaultPolicies, type PolicyRow, readPolicy } from './policies.ts';

/** The promises and calendars that clocks are counted by. */
export interface RuleBook {
  policies: readonly ClockPolicy[];
  calendars: Calendars;
}

/** What was shipped, with nothing set by anybody. */
export const shippedRules: RuleBook = { policies: defaultPolicies, calendars: defaultCalendars };

/**
 * The shipped rules and over them what supervisors set, in whatever order it is given. Nothing is lost: two versions
 * made of one another's like both stand, the one accepted later comes first.
 */
export function ruleBookOf(rules: readonly RuleState[], base: readonly ClockPolicy[] = defaultPolicies): RuleBook {
  const ordered = inOrderOfLog(rules);
  const calendar = ordered.filter((rule) => rule.kind === 'calendar' && rule.withdrawnAt === null);
  return {
    policies: [...base, ...ordered.flatMap((rule, rank) => (rule.kind === 'policy' ? policyOf(rule, rank + 1) : []))],
    calendars: calendar.length === 0 ? defaultCalendars : calendarsOf(calendar as CalendarRule[]),
  };
}

/** Rules as the log has them: accepted ones by seq, then pending ones. */
export function inOrderOfLog<T extends RuleState>(rules: readonly T[]): T[] {
  const place = (rule: RuleState) => (rule.seq === 0 ? Number.MAX_SAFE_INTEGER : rule.seq);
  return rules.toSorted((a, b) => place(a) - place(b) || (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
}

/**
 * A version holds for clocks that start from its date on, never for one that started before it was set, nor for one that
 * starts once it was withdrawn; a clock that was moved to it keeps it. One that cannot be read holds for nothing.
 */
function policyOf(rule: PolicyRule, rank: number): ClockPolicy[] {
  try {
    const policy = readPolicy(rule.row as PolicyRow);
    const ends = [policy.effectiveTo, rule.withdrawnAt].filter((ms) => ms !== null);
    return [
      {
        ...policy,
        id: rule.version,
        rank,
        effectiveFrom: Math.max(policy.effectiveFrom, rule.setAt),
        effectiveTo: ends.length === 0 ? null : Math.min(...ends),
      },
    ];
  } catch {
    return [];
  }
}

type Entry<K extends CalendarEntry['kind']> = Extract<CalendarEntry, { kind: K }>;

function calendarsOf(rules: readonly CalendarRule[]): Calendars {
  const { weeks, parts } = calendarPartsOf(rules);
  return makeCalendars(weeks, parts, statesOfBranches);
}

/**
 * What calendars are made of: the shipped weeks, hours and holidays, and over them the lines that stand.
 * @param rules none withdrawn, in the order of the log
 */
export function calendarPartsOf(rules: readonly CalendarRule[]): { weeks: StateWeek[]; parts: CalendarParts } {
  const entries = rules.map(({ entry }) => entry);
  const of = <K extends CalendarEntry['kind']>(kind: K) => entries.filter((one): one is Entry<K> => one.kind === kind);
  const weeks: StateWeek[] = stateWeeks.map((state) => {
    const set = of('week').filter((one) => one.state === state.code);
    const own = set.map(({ from, rest, weekly }) => ({ from: readDay(from), rest, weekly }));
    // The last set of a day stands over what was known for that day.
    const days = new Map([...state.weeks, ...own].map((week) => [week.from, week]));
    return { ...state, weeks: [...days.values()].sort((a, b) => a.from - b.from) };
  });
  const hours = new Map(officeHours.map((one) => [one.from, one]));
  for (const { from, open, close } of of('hours'))
    hours.set(readDay(from), { from: readDay(from), open: minutesOf(open), close: minutesOf(close) });
  const set: Holiday[] = [];
  let holidays: Holiday[] = [...defaultHolidays];
  for (const { id, entry } of rules) {
    if (entry.kind === 'off') set.push({ ...holidayOf(entry), line: id });
    if (entry.kind !== 'worked') continue;
    const day = readDay(entry.day);
    const worked = (one: Holiday): Holiday =>
      one.day !== day
        ? one
        : {
            ...one,
            states: one.states.filter((state) => !entry.states.includes(state)),
            branches: one.branches.filter((branch) => !entry.branches.includes(branch)),
          };
    holidays = holidays.map(worked);
    set.splice(0, set.length, ...set.map(worked));
  }
  // What was set comes before what was shipped, so that its name and whether it is gazetted show.
  const all = [...set.reverse(), ...holidays];
  return { weeks, parts: { holidays: all, hours: [...hours.values()], known: knownWith(set.map(({ day }) => day)) } };
}

/** Years of which something was set are known to their end. */
function knownWith(days: readonly number[]): { from: number; to: number } {
  const last = days.reduce((most, day) => Math.max(most, day), defaultKnown.to);
  const year = new Date(last * 86_400_000).getUTCFullYear();
  return { from: defaultKnown.from, to: last > defaultKnown.to ? readDay(`${year}-12-31`) : defaultKnown.to };
}

function holidayOf({ day, name, states, branches, status, source, substitute }: Entry<'off'>): Holiday {
  return { day: readDay(day), name, states, branches, status, source, substitute };
}
