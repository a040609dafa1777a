import type { StoredEvent } from '#engine/store/event-rows.ts';
import type { ClockInstance } from '#shared/clocks/clock-instance.ts';
import type { ClockPolicy } from '#shared/clocks/policies.ts';
import type { PauseView } from '#shared/contract/view/pause-view.ts';
import type { ClockFacts } from '#shared/domain/clock-facts.ts';

interface Given {
  clocks: readonly ClockInstance[];
  policies: readonly ClockPolicy[];
  history: readonly StoredEvent[];
  /** ms since 1970. */
  now: number;
  nameOf(actor: string): string;
  mask(text: string): string;
}

/** The ledger of a case's pauses, the newest first: who, when, why, how each ended and what it gave to each clock. */
export function pausesOfCase({ pauses, closed }: ClockFacts, given: Given): PauseView[] {
  const { clocks, policies, history, now, nameOf, mask } = given;
  const texts = new Map(history.map(({ event }) => [event.id, event.private?.text]));
  return pauses
    .map(({ reason, from, until, plannedUntil }): PauseView => {
      const ends = [
        { at: until?.ms ?? Number.POSITIVE_INFINITY, endedBy: 'person' as const },
        { at: plannedUntil ?? Number.POSITIVE_INFINITY, endedBy: 'plan' as const },
        { at: closed?.ms ?? Number.POSITIVE_INFINITY, endedBy: 'clock' as const },
      ].filter(({ at }) => at >= from.ms && at <= now);
      const end = ends.toSorted((a, b) => a.at - b.at)[0];
      const to = end?.at ?? null;
      const text = texts.get(from.event);
      return {
        reason,
        text: typeof text === 'string' ? mask(text) : null,
        by: nameOf(from.actor),
        from: from.ms,
        to,
        plannedUntil,
        endedBy: end?.endedBy ?? null,
        endedByWhom: end?.endedBy === 'person' && until ? nameOf(until.actor) : null,
        certain: from.certain && (until?.certain ?? true),
        gave: clocks.flatMap((clock) => {
          const own = clock.pauses.filter(
            (one) => one.reason === reason && one.from >= from.ms && (to === null || one.from < to),
          );
          if (own.length === 0) return [];
          return [
            {
              key: clock.key,
              ms: own.reduce((sum, one) => sum + one.countedMs, 0),
              capMs: policies.find(({ id }) => id === clock.policy)?.pauses?.capMs ?? null,
              capped: own.some(({ endedBy }) => endedBy === 'cap'),
            },
          ];
        }),
      };
    })
    .toSorted((a, b) => b.from - a.from);
}
