import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { sealedFor } from '#shared/sync/private-part.ts';
import { bulkInsert, type Column } from './bulk-insert.ts';
import type { Connection, Database } from './database.ts';
import { hashEvent } from './event-hash.ts';
import { rawRows } from './raw-rows.ts';
import { insertKeys, keysOfSubjects, type StoredKey } from './subject-keys.ts';
import type { Vault } from './vault.ts';

const CHUNK = 1_000;
/** SQLite's own mark on the file. */
const UNSWEPT = 1;
const COLUMNS: readonly Column[] = [
  { name: 'seq', type: 'bigint' },
  { name: 'key_id', type: 'text' },
  { name: 'box', type: 'text' },
];

interface Clear {
  seq: number;
  body: string;
  text: string;
}

/**
 * S-24: private parts lay in the clear until this version. Seals each, hashes its event anew over what is sealed, and
 * drops the table they lay in.
 */
export async function sealPrivateParts(tx: Connection, kind: Database['kind'], vault: Vault): Promise<void> {
  let any = false;
  for (let after = 0; ; ) {
    const page: Clear[] = await tx('event_private')
      .join('event', 'event.seq', 'event_private.seq')
      .select('event.seq as seq', 'event.body as body', 'event_private.body as text')
      .where('event.seq', '>', after)
      .orderBy('event.seq')
      .limit(CHUNK);
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.seq;
    any = true;
    const events = page.map(({ body }) => JSON.parse(body) as AnyEvent);
    const keys = await keysFor(tx, kind, vault, [...new Set(events.map(({ subject }) => subject.id))]);
    const rows = page.flatMap(({ seq, text }, index) => {
      const event = events[index];
      const key = event && keys.get(event.subject.id);
      return event && key ? [{ seq, event, key: key.id, box: vault.seal(key.key, text, sealedFor(event)) }] : [];
    });
    await bulkInsert(
      tx,
      kind,
      'event_sealed',
      COLUMNS,
      rows.map(({ seq, key, box }) => [seq, key, box]),
    );
    for (const { seq, event, key, box } of rows)
      await tx('event')
        .where({ seq })
        .update({ hash: hashEvent({ ...event, sealed: { key, box } }) });
  }
  await tx.schema.dropTable('event_private');
  // Kept with the transaction, so that a central killed right after still knows.
  if (any && kind === 'sqlite') await tx.raw(`PRAGMA user_version = ${UNSWEPT}`);
}

/**
 * Takes what free pages and the write-ahead log still hold of private parts that lay in the clear off the disk, once
 * they are sealed. PostgreSQL drops the files of a table with it.
 */
export async function sweepClear({ kind, writer }: Database): Promise<void> {
  if (kind !== 'sqlite') return;
  const [found] = await rawRows<{ user_version: number }>(writer, 'PRAGMA user_version', []);
  if (found?.user_version !== UNSWEPT) return;
  await writer.raw('VACUUM');
  await writer.raw('PRAGMA user_version = 0');
  await writer.raw('PRAGMA wal_checkpoint(TRUNCATE)');
}

async function keysFor(tx: Connection, kind: Database['kind'], vault: Vault, subjects: readonly string[]) {
  const keys = new Map<string, { id: string; key: Uint8Array }>();
  for (const { id, subject_id, wrapped } of await keysOfSubjects(tx, kind, subjects)) {
    const key = wrapped === null ? null : vault.unwrap(id, wrapped);
    if (key !== null) keys.set(subject_id, { id, key });
  }
  const made: StoredKey[] = [];
  for (const subject_id of subjects) {
    if (keys.has(subject_id)) continue;
    const fresh = vault.newKey();
    keys.set(subject_id, fresh);
    made.push({ id: fresh.id, subject_id, wrapped: vault.wrap(fresh.id, fresh.key) });
  }
  await insertKeys(tx, kind, made);
  return keys;
}
