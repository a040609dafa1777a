import type { SlimClock } from '#shared/contract/view/queue-row.ts';

/** The next moment (ms since 1970) at which a clock of an open case changes its urgency by itself; Infinity when none will. */
export function nextFlip(open: boolean, clocks: readonly SlimClock[], now: number): number {
  let next = Number.POSITIVE_INFINITY;
  if (!open) return next;
  for (const { stoppedAt, pausedSince, due, warnAt } of clocks) {
    if (stoppedAt !== null || pausedSince !== null) continue;
    if (warnAt > now && warnAt < next) next = warnAt;
    // Still on time at the due moment itself, late one millisecond after.
    if (due >= now && due + 1 < next) next = due + 1;
  }
  return next;
}

/** A clock set back by more than this, ms, has all cases judged again: what has flipped may not have, by the new time. */
const BACK_MS = 1_000;

/** True when what was judged at `then` says nothing of `now` for the clock was set back; ms since 1970. */
export function isSetBack(then: number, now: number): boolean {
  return now < then - BACK_MS;
}
