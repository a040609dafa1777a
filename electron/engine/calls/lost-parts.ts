import type { Database } from '#engine/store/database.ts';
import type { StoredEvent } from '#engine/store/event-rows.ts';
import { destroyedKeys } from '#engine/store/subject-keys.ts';
import type { Lost } from '#shared/contract/view/case-detail.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { isUnreadable } from '#shared/sync/private-part.ts';

/** Tells of each of these events why its private part cannot be read here; null when it can, or it has none. */
export async function lostParts(db: Database, events: readonly StoredEvent[]): Promise<(event: AnyEvent) => Lost> {
  const keys = new Map<string, string>();
  for (const { event } of events) if (event.sealed && isUnreadable(event)) keys.set(event.id, event.sealed.key);
  const destroyed = await destroyedKeys(db, [...keys.values()]);
  return ({ id }) => {
    const key = keys.get(id);
    if (key === undefined) return null;
    return destroyed.has(key) ? 'erased' : 'unreadable';
  };
}
