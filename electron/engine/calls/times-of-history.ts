import { EVENT_STATE, type StoredEvent } from '#engine/store/event-rows.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { Moment } from '#shared/domain/clock-facts.ts';
import { momentOf } from '#shared/sync/moment.ts';
import { distinct, inOrder } from '#shared/sync/order.ts';
import { readSetTimes, type SetTimes } from '#shared/sync/set-times.ts';

/** When each event of these histories happened: by whoever set it, else by itself, with the bounds of an estimate. */
export function timesOf(history: readonly StoredEvent[], undone: ReadonlySet<string>): (event: AnyEvent) => Moment {
  const bySubject = new Map<string, AnyEvent[]>();
  for (const { event, state } of history) {
    if (state > EVENT_STATE.waiting) continue;
    const own = bySubject.get(event.subject.id);
    if (own) own.push(event);
    else bySubject.set(event.subject.id, [event]);
  }
  const times = new Map<string, SetTimes>();
  for (const [id, events] of bySubject) times.set(id, readSetTimes(inOrder(distinct(events)), undone));
  return (event) => times.get(event.subject.id)?.momentOf(event) ?? momentOf(event);
}
