import { leadingClock, urgencyOf } from '#shared/clocks/urgency.ts';
import type { WallCase } from '#shared/contract/view/wall.ts';

/** Open cases by the urgency of their leading clock; a case whose clocks are all met counts in none of the four. */
export interface WallCounts {
  missed: number;
  warned: number;
  running: number;
  paused: number;
  unassigned: number;
}

/** Counts the open cases. @param now ms since 1970. */
export function wallCounts(cases: readonly WallCase[], now: number): WallCounts {
  const counts: WallCounts = { missed: 0, warned: 0, running: 0, paused: 0, unassigned: 0 };
  for (const one of cases) {
    if (!one.open) continue;
    if (!one.assigned) counts.unassigned++;
    const clock = leadingClock(one.clocks, now);
    const urgency = clock === null ? 'met' : urgencyOf(clock, now);
    if (urgency !== 'met') counts[urgency]++;
  }
  return counts;
}
