import type { Database } from '#engine/store/database.ts';
import { readMeta } from '#engine/store/meta.ts';
import { confirmKeys, unconfirmedKeys } from '#engine/store/subject-keys.ts';
import { PROTOCOL } from '#shared/contract/version.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { PushBody, PushReply } from '#shared/contract/wire/sync.ts';
import { withoutClear } from '#shared/sync/private-part.ts';

/** What a console hands in, before it signs: events with their private parts sealed, and keys that central may lack (S-24). */
export async function pushBody(db: Database, device: string, events: readonly AnyEvent[]): Promise<PushBody> {
  const keys = await unconfirmedKeys(
    db,
    events.flatMap((event) => event.sealed?.key ?? []),
  );
  return {
    protocol: PROTOCOL,
    device,
    epoch: (await readMeta(db, 'epoch')) ?? '',
    events: events.map(withoutClear),
    ...(keys.length > 0 ? { keys } : {}),
  };
}

/** Central keeps the keys of what it took, or holds. */
export async function confirmTaken(db: Database, events: readonly AnyEvent[], reply: PushReply): Promise<void> {
  const taken = new Set([...reply.accepted, ...(reply.held ?? [])].map(({ id }) => id));
  await confirmKeys(
    db,
    events.flatMap(({ id, sealed }) => (sealed && taken.has(id) ? sealed.key : [])),
  );
}
