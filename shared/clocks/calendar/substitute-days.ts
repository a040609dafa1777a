import { type Day, weekdayOf } from './day.ts';
import type { Holiday } from './holiday.ts';
import { inForce, type WeekRule } from './state-weeks.ts';

/** How far to look for a day that is neither rest nor holiday. */
const FARTHEST = 30;

/**
 * The days given instead of holidays that fall on the weekly holiday: the next day that is neither rest, holiday nor
 * already given. Two holidays on one such day bring one day, and two on one working day bring none: the law moves a
 * day, not a name (Act 369 section 3, as applied to public officers in September 2024 and February 2026).
 * @param holidays of one state
 */
export function substituteDays(holidays: readonly Holiday[], weeks: readonly WeekRule[]): Map<Day, Holiday> {
  const taken = new Set(holidays.map(({ day }) => day));
  const given = new Map<Day, Holiday>();
  const moved = new Set<Day>();
  for (const holiday of holidays.toSorted((a, b) => a.day - b.day)) {
    const { day } = holiday;
    if (!holiday.substitute || moved.has(day) || weekdayOf(day) !== inForce(weeks, day).weekly) continue;
    for (let next = day + 1; next <= day + FARTHEST; next++) {
      if (inForce(weeks, next).rest.includes(weekdayOf(next)) || taken.has(next)) continue;
      given.set(next, holiday);
      taken.add(next);
      moved.add(day);
      break;
    }
  }
  return given;
}
