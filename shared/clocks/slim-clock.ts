import type { SlimClock } from '#shared/contract/view/queue-row.ts';
import type { ClockInstance } from './clock-instance.ts';

/**
 * A clock as a row carries it, the same at whatever moment it was made: while paused, due and warning stand where the
 * pause began, so time left is `due − pausedSince`; on resumption a new one is made.
 */
export function slimClock(clock: ClockInstance): SlimClock {
  const warnAt = clock.thresholds.find(({ fraction }) => fraction === 0.75)?.at ?? clock.due;
  return {
    id: clock.id,
    key: clock.key,
    startedAt: clock.startedAt,
    due: clock.held?.due ?? clock.due,
    warnAt: clock.held?.warnAt ?? warnAt,
    stoppedAt: clock.stoppedAt,
    pausedSince: clock.pausedSince,
    ...(clock.uncertain ? { uncertain: true } : {}),
  };
}
