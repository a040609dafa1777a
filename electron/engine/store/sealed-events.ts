import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { openWhenRead, sealedFor, withoutClear } from '#shared/sync/private-part.ts';
import type { Database } from './database.ts';
import { wrappedKeys, writingKeys } from './subject-keys.ts';

/** S-24: the events as they may lie on disk: private parts sealed under a key of their subject, nothing clear beside. */
export async function sealEvents(db: Database, events: readonly AnyEvent[]): Promise<AnyEvent[]> {
  const clear = events.filter((event) => event.sealed === undefined && event.private !== undefined);
  if (clear.length === 0) return events.map(withoutClear);
  const keys = await writingKeys(
    db,
    clear.map((event) => event.subject.id),
  );
  return events.map((event) => {
    const key = keys.get(event.subject.id);
    if (event.sealed !== undefined || event.private === undefined || key === undefined) return withoutClear(event);
    const box = db.vault.sealUnder(key.key, JSON.stringify(event.private), sealedFor(event));
    return { ...withoutClear(event), sealed: { key: key.id, box } };
  });
}

/**
 * Gives sealed events their private parts, each opened when first looked at; in place. One whose key was destroyed or
 * never came has none.
 */
export async function openEvents(db: Database, events: readonly AnyEvent[]): Promise<void> {
  const named = new Set<string>();
  for (const { sealed } of events) if (sealed !== undefined) named.add(sealed.key);
  if (named.size === 0) return;
  const wrapped = await wrappedKeys(db, [...named]);
  const opened = new Map<string, Buffer | null>();
  const keyOf = (id: string, text: string) => {
    const known = opened.get(id);
    if (known !== undefined) return known;
    const key = db.vault.unwrap(id, text);
    opened.set(id, key);
    return key;
  };
  for (const event of events) {
    const { sealed } = event;
    const text = sealed && wrapped.get(sealed.key);
    if (sealed === undefined || text === undefined) continue;
    openWhenRead(event, () => {
      const key = keyOf(sealed.key, text);
      return key && db.vault.openUnder(key, sealed.box, sealedFor(event));
    });
  }
}
