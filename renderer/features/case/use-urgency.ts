import { useSyncExternalStore } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { leadingClock, type Urgency, urgencyOf } from '#shared/clocks/urgency.ts';
import type { SlimClock } from '#shared/contract/view/queue-row.ts';

/** A clock's urgency now; the component draws again only when it flips. */
export function useUrgency(clock: SlimClock): Urgency {
  const desk = useDesk();
  return useSyncExternalStore(desk.clock.subscribe, () => urgencyOf(clock, desk.clock.now()));
}

/** Id of the most urgent open clock now, or null; draws again only when another leads. */
export function useLeadingId(clocks: readonly SlimClock[]): string | null {
  const desk = useDesk();
  return useSyncExternalStore(desk.clock.subscribe, () => leadingClock(clocks, desk.clock.now())?.id ?? null);
}

/** Urgency of a row's leading clock; null when no clock of it is open. */
export function useRowUrgency(row: { clocks: readonly SlimClock[] }): Urgency | null {
  const desk = useDesk();
  return useSyncExternalStore(desk.clock.subscribe, () => {
    const now = desk.clock.now();
    const leading = leadingClock(row.clocks, now);
    return leading ? urgencyOf(leading, now) : null;
  });
}
