import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { openWhenRead, sealedFor } from '#shared/sync/private-part.ts';
import type { Connection, Database } from './database.ts';
import { keysById, type StoredKey } from './subject-keys.ts';
import type { Vault } from './vault.ts';

/** Keys by id, each unwrapped when first used. */
export interface KeyRing {
  /** Null when the key is destroyed or not among these, or belongs to another subject. */
  keyFor(id: string, subject: string): Uint8Array | null;
}

/** Makes a ring of these keys. */
export function keyRing(keys: readonly StoredKey[], vault: Vault): KeyRing {
  const stored = new Map(keys.map((key) => [key.id, key]));
  const open = new Map<string, Uint8Array | null>();
  return {
    keyFor(id, subject) {
      const key = stored.get(id);
      if (key === undefined || key.wrapped === null || key.subject_id !== subject) return null;
      let known = open.get(id);
      if (known === undefined) {
        known = vault.unwrap(id, key.wrapped);
        open.set(id, known);
      }
      return known;
    },
  };
}

/** Gives sealed events their private parts, opened when looked at; in place. What cannot be opened has none. */
export function openWith(ring: KeyRing, vault: Vault, events: readonly AnyEvent[]): void {
  for (const event of events) {
    const { sealed } = event;
    if (sealed === undefined) continue;
    openWhenRead(event, () => {
      const key = ring.keyFor(sealed.key, event.subject.id);
      return key && vault.open(key, sealed.box, sealedFor(event));
    });
  }
}

/** The same for events whose keys are yet to be read. */
export async function openEvents(
  tx: Connection,
  kind: Database['kind'],
  vault: Vault,
  events: readonly AnyEvent[],
): Promise<void> {
  const named = new Set(events.flatMap((event) => event.sealed?.key ?? []));
  openWith(keyRing(await keysById(tx, kind, [...named]), vault), vault, events);
}
