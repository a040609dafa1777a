import type { SlimClock } from '#shared/contract/view/queue-row.ts';

/** Rank of a case's urgency at `now` (ms since 1970), 0 to 4, as `caseUrgency` finds it, without making anything. */
export function caseRank(open: boolean, clocks: readonly SlimClock[], now: number): number {
  let rank = 4;
  if (!open) return rank;
  for (const { stoppedAt, pausedSince, due, warnAt } of clocks) {
    if (stoppedAt !== null) continue;
    const own = pausedSince !== null ? 3 : now > due ? 0 : now >= warnAt ? 1 : 2;
    if (own < rank) rank = own;
  }
  return rank;
}
