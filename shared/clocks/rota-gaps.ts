import type { Calendar } from './calendar/calendar.ts';
import { dayOf, startOf } from './calendar/day.ts';

/** A stretch of time, ms since 1970; `to` is not in it. */
export interface Stretch {
  from: number;
  to: number;
}

const MINUTE = 60_000;

/**
 * Stretches in which nobody is on duty and the office is closed: nights, rest days and holidays that no duty covers.
 * @param duties of one office @param over what to look at @param calendar of the office
 */
export function rotaGaps(duties: readonly Stretch[], over: Stretch, calendar: Calendar): Stretch[] {
  const covered: Stretch[] = duties.map(({ from, to }) => ({ from, to }));
  for (let day = dayOf(over.from); day <= dayOf(over.to); day++) {
    if (calendar.off(day) !== null) continue;
    const { open, close } = calendar.hours(day);
    covered.push({ from: startOf(day) + open * MINUTE, to: startOf(day) + close * MINUTE });
  }
  covered.sort((a, b) => a.from - b.from);
  const gaps: Stretch[] = [];
  let at = over.from;
  for (const { from, to } of covered) {
    if (from >= over.to) break;
    if (from > at) gaps.push({ from: at, to: from });
    at = Math.max(at, to);
  }
  if (at < over.to) gaps.push({ from: at, to: over.to });
  return gaps;
}
