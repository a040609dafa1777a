import type { AssignmentFact, ClockFacts } from '#shared/domain/clock-facts.ts';
import type { Calendar } from './calendar/calendar.ts';
import type { Calendars } from './calendar/calendars.ts';
import { type Day, startOf } from './calendar/day.ts';
import { aroundTheClock, type Counting, workingDays, workingHours } from './counting.ts';
import { byMoment } from './first-moment.ts';
import type { ClockPolicy } from './policies.ts';

/** Who leads at a moment (ms since 1970); before the first assignment the one that will; null for none. */
export function leadOver(facts: ClockFacts): (ms: number) => AssignmentFact | null {
  const stretches = facts.assignments.toSorted((a, b) => byMoment(a.from, b.from) || (a.id < b.id ? -1 : 1));
  return (ms) => stretches.findLast(({ from }) => from.ms <= ms) ?? stretches[0] ?? null;
}

/**
 * The calendar in force on each day of a clock: that of the branch that led when the day began (on the day of the start:
 * at the start). So days counted stand when the lead changes, the day of the change too, and the rest runs on the new
 * branch's calendar.
 * @param start ms since 1970
 */
export function leadCalendar(facts: ClockFacts, calendars: Calendars, start: number): (day: Day) => Calendar {
  const leadAt = leadOver(facts);
  if (facts.assignments.length < 2) {
    const single = calendars.of(leadAt(start)?.branch ?? null);
    return () => single;
  }
  return (day) => calendars.of(leadAt(Math.max(start, startOf(day)))?.branch ?? null);
}

/** Which time counts for a clock under its policy. */
export function countingOf(policy: ClockPolicy, start: number, calendarOn: ((day: Day) => Calendar) | null): Counting {
  if (calendarOn === null) return aroundTheClock;
  if (policy.calendar === 'lead-hours') return workingHours(calendarOn);
  return workingDays(start, calendarOn, policy.rule.kind === 'days' ? policy.rule.restStart : 'moves');
}
