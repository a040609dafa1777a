import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';
import type { Person } from '#shared/domain/person-role.ts';
import { distinct, inOrder } from '#shared/sync/order.ts';

/** Who a user is, by the last description; null when none of `events` describes one. */
export function foldPerson(events: readonly AnyEvent[]): Person | null {
  let person: Person | null = null;
  for (const event of inOrder(distinct(events))) {
    if (!isKnown(event) || event.type !== 'user.described') continue;
    const { name, role, scope } = event.payload;
    person = { id: event.subject.id, name, role, scope };
  }
  return person;
}
