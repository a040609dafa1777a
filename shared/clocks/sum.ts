import type { ClockFacts } from '#shared/domain/clock-facts.ts';
import type { ClockStep } from '#shared/domain/clock-step.ts';
import type { Calendar } from './calendar/calendar.ts';
import type { Day } from './calendar/day.ts';
import type { ClockRun } from './clock-run.ts';
import type { Counting } from './counting.ts';
import type { PauseTaken } from './pauses.ts';

/** All that a sum is made of. */
export interface Sum {
  run: ClockRun;
  facts: ClockFacts;
  allowance: ClockStep;
  pauses: readonly PauseTaken[];
  due: number;
  now: number;
  /** When the pause under way ends by itself, and the due time that leaves, ms since 1970; null when none does. */
  resumes: { at: number; due: number } | null;
  counting: Counting;
  /** Null for a clock that runs around the clock. */
  calendarOn: ((day: Day) => Calendar) | null;
}
