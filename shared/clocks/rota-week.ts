import type { RotaLevel } from '#shared/contract/wire/rule-values.ts';
import type { Scope } from '#shared/domain/person-role.ts';
import type { Calendar } from './calendar/calendar.ts';
import { DAY_MS, dayOf, startOf, weekdayOf } from './calendar/day.ts';
import type { Stretch } from './rota-gaps.ts';

const MINUTE = 60_000;
const FROM_MONDAY = { mon: 0, tue: 1, wed: 2, thu: 3, fri: 4, sat: 5, sun: 6 } as const;

/** The week, Monday to Sunday, that holds a moment; ms since 1970. */
export function weekOf(at: number): Stretch {
  const day = dayOf(at);
  const from = startOf(day - FROM_MONDAY[weekdayOf(day)]);
  return { from, to: from + 7 * DAY_MS };
}

/**
 * The night that is under way at `now`, or comes next: from when the office closes until the hour it opens on the next
 * day, whether it is open then or not. On a day off it has begun.
 */
export function comingNight(calendar: Calendar, now: number): Stretch {
  const day = dayOf(now);
  const { open, close } = calendar.hours(day);
  const opens = startOf(day) + open * MINUTE;
  if (now < opens) return { from: now, to: opens };
  const closes = startOf(day) + close * MINUTE;
  const from = calendar.off(day) === null && now < closes ? closes : now;
  return { from, to: startOf(day + 1) + calendar.hours(day + 1).open * MINUTE };
}

/** The levels that are called in an area, in the order they are called. */
export function levelsOf(area: Scope): readonly RotaLevel[] {
  if (area.kind === 'branch') return ['squad', 'head'];
  return [area.kind];
}

/** Whether a duty of one area holds in all of another. @param stateOf name of the state an office lies in */
export function holdsIn(duty: Scope, area: Scope, stateOf: (branch: string) => string | null): boolean {
  if (duty.kind === 'hq') return true;
  if (duty.kind === 'branch') return area.kind === 'branch' && area.branch === duty.branch;
  if (area.kind === 'state') return area.state === duty.state;
  return area.kind === 'branch' && stateOf(area.branch) === duty.state;
}

/**
 * Duties of the week before as they would be a week later; those of a level somebody already has in part of that time
 * are left out.
 * @param duties of both weeks @param week the week to fill, ms since 1970
 */
export function copiedWeek<D extends Stretch & { level: RotaLevel }>(duties: readonly D[], week: Stretch): D[] {
  const shift = week.to - week.from;
  return duties
    .filter(({ from }) => from >= week.from - shift && from < week.from)
    .map((duty) => ({ ...duty, from: duty.from + shift, to: duty.to + shift }))
    .filter((copy) => !duties.some((one) => one.level === copy.level && one.from < copy.to && one.to > copy.from));
}
