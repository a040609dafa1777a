import type { SlimClock } from '#shared/contract/view/queue-row.ts';
import type { ClockInstance } from './clock-instance.ts';

/**
 * A clock as a row carries it, the same at whatever moment it was made: while paused, due and warning stand where the
 * pause began, so time left is `due − pausedSince`; on resumption a new one is made.
 */
export function slimClock(clock: ClockInstance): SlimClock {
  const pausing = clock.pausedSince === null ? 0 : openPause(clock, clock.pausedSince);
  const due = clock.due - pausing;
  const warnAt = clock.thresholds.find(({ fraction }) => fraction === 0.75)?.at ?? clock.due;
  return {
    id: clock.id,
    key: clock.key,
    startedAt: clock.startedAt,
    due,
    warnAt: clock.pausedSince !== null && warnAt > clock.pausedSince ? warnAt - pausing : warnAt,
    stoppedAt: clock.stoppedAt,
    pausedSince: clock.pausedSince,
    ...(clock.uncertain ? { uncertain: true } : {}),
  };
}

/** Length of the pause under way: what the due time is beyond the counted time left at its beginning. */
function openPause(clock: ClockInstance, since: number): number {
  return Math.max(0, clock.startedAt + clock.elapsedMs + clock.pausedMs - since);
}
