import type { Calendar, DayOff } from './calendar/calendar.ts';
import { DAY_MS, type Day, dayOf, startOf } from './calendar/day.ts';

/** Why a stretch of time is not counted. */
export type Uncounted =
  | (DayOff & { day: Day; calendar: Calendar })
  /** taken-day: the working day for which a start on a rest day is taken. */
  | { why: 'start-day' | 'taken-day'; day: Day }
  | { why: 'hours'; day: Day };

/** A stretch that is not counted, ms since 1970. */
export interface Gap {
  from: number;
  to: number;
  off: Uncounted;
}

/** Which time counts for one clock from its start on. */
export interface Counting {
  kind: 'always' | 'days' | 'hours';
  /** Counted ms between two moments; 0 when they are the wrong way round. */
  between(from: number, to: number): number;
  /** The first moment at which `ms` counted ms have passed since `from`. */
  after(from: number, ms: number): number;
  /** What does not count between two moments, in order. Lengths and counted time add up to all of it. */
  gaps(from: number, to: number): Gap[];
}

/** Every hour counts. */
export const aroundTheClock: Counting = {
  kind: 'always',
  between: (from, to) => Math.max(0, to - from),
  after: (from, ms) => from + ms,
  gaps: () => [],
};

/** Days after which a search for counted time is given up: no calendar rests for forty years. */
const FARTHEST = 14_610;

interface Window {
  /** Counted part of a day, ms since its midnight; null when none is. */
  open: number;
  close: number;
  off: Uncounted | null;
}

/**
 * Whole working days. The day of the start is not counted; a start on a rest day is taken for one on the next working
 * day, unless `restStart` is `counts`: then that next working day is the first counted.
 * @param calendarOn the calendar in force on a day
 */
export function workingDays(
  start: number,
  calendarOn: (day: Day) => Calendar,
  restStart: 'moves' | 'counts' = 'moves',
): Counting {
  const first = dayOf(start);
  let begun = first;
  while (calendarOn(begun).off(begun) !== null && begun < first + FARTHEST) begun += 1;
  if (restStart === 'counts' && begun > first) begun -= 1;
  return byDay('days', (day) => {
    const calendar = calendarOn(day);
    const off = calendar.off(day);
    if (off !== null) return { open: 0, close: 0, off: { ...off, day, calendar } };
    if (day <= begun) return { open: 0, close: 0, off: { why: day === first ? 'start-day' : 'taken-day', day } };
    return { open: 0, close: DAY_MS, off: null };
  });
}

/** Office hours of working days, from the very moment of the start. */
export function workingHours(calendarOn: (day: Day) => Calendar): Counting {
  return byDay('hours', (day) => {
    const calendar = calendarOn(day);
    const off = calendar.off(day);
    if (off !== null) return { open: 0, close: 0, off: { ...off, day, calendar } };
    const { open, close } = calendar.hours(day);
    return { open: open * 60_000, close: close * 60_000, off: null };
  });
}

function byDay(kind: 'days' | 'hours', makeWindow: (day: Day) => Window): Counting {
  const known = new Map<Day, Window>();
  const windowOf = (day: Day): Window => {
    const seen = known.get(day);
    if (seen) return seen;
    const made = makeWindow(day);
    known.set(day, made);
    return made;
  };
  /** Counted part of one day between two moments, or null. */
  const part = (day: Day, from: number, to: number): [number, number] | null => {
    const { open, close } = windowOf(day);
    const midnight = startOf(day);
    const [begin, end] = [Math.max(from, midnight + open), Math.min(to, midnight + close)];
    return begin < end ? [begin, end] : null;
  };
  return {
    kind,
    between(from, to) {
      let sum = 0;
      for (let day = dayOf(from); startOf(day) < to; day++) {
        const counted = part(day, from, to);
        if (counted) sum += counted[1] - counted[0];
      }
      return sum;
    },
    after(from, ms) {
      if (ms <= 0) return from;
      let left = ms;
      const last = dayOf(from) + FARTHEST;
      for (let day = dayOf(from); day <= last; day++) {
        const counted = part(day, from, startOf(day + 1));
        if (counted === null) continue;
        const length = counted[1] - counted[0];
        if (length >= left) return counted[0] + left;
        left -= length;
      }
      throw new RangeError('a calendar without working days');
    },
    gaps(from, to) {
      const gaps: Gap[] = [];
      for (let day = dayOf(from); startOf(day) < to; day++) {
        const [begin, end] = [Math.max(from, startOf(day)), Math.min(to, startOf(day + 1))];
        const off = windowOf(day).off ?? ({ why: 'hours', day } as const);
        const counted = part(day, begin, end);
        if (counted === null) gaps.push({ from: begin, to: end, off });
        else {
          if (counted[0] > begin) gaps.push({ from: begin, to: counted[0], off });
          if (counted[1] < end) gaps.push({ from: counted[1], to: end, off });
        }
      }
      return gaps;
    },
  };
}
