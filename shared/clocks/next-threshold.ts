import type { ClockInstance, Fraction } from './clock-instance.ts';

/** When to look again, ms since 1970, at which clock and why: a share of its time, or a pause that ends by itself. */
export interface Wake {
  clock: string;
  at: number;
  why: Fraction | 'resume';
}

/**
 * The first thing to happen to these clocks after `now`, or null. A breach wakes 1 ms after due, its first late moment.
 */
export function nextThreshold(clocks: readonly ClockInstance[], now: number): Wake | null {
  let best: Wake | null = null;
  for (const clock of clocks) {
    for (const wake of wakes(clock)) {
      if (wake.at > now && (best === null || wake.at < best.at)) best = wake;
    }
  }
  return best;
}

function wakes(clock: ClockInstance): Wake[] {
  if (clock.stoppedAt !== null) return [];
  if (clock.pausedSince !== null) {
    return clock.resumesAt === null ? [] : [{ clock: clock.id, at: clock.resumesAt, why: 'resume' }];
  }
  return clock.thresholds.map(({ fraction, at }) => ({
    clock: clock.id,
    at: fraction === 1 ? at + 1 : at,
    why: fraction,
  }));
}
