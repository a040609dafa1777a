import type { SubjectKey } from '#shared/contract/wire/sync.ts';
import { amongJson, bulkInsert, type Column } from './bulk-insert.ts';
import type { Connection, Database } from './database.ts';
import { rawRows } from './raw-rows.ts';
import type { Vault } from './vault.ts';

/** A key as it lies in the database; `wrapped` is null once it was destroyed. */
export interface StoredKey {
  id: string;
  subject_id: string;
  wrapped: string | null;
}

const COLUMNS: readonly Column[] = ['id', 'subject_id', 'wrapped'].map((name) => ({ name, type: 'text' }));

async function keysWhere(
  tx: Connection,
  kind: Database['kind'],
  column: 'id' | 'subject_id',
  values: readonly string[],
): Promise<StoredKey[]> {
  if (values.length === 0) return [];
  const sql = `SELECT id, subject_id, wrapped FROM subject_key WHERE ${amongJson(kind, column)} ORDER BY id`;
  return rawRows<StoredKey>(tx, sql, [JSON.stringify(values)]);
}

/** Every key of these subjects, destroyed ones too. */
export function keysOfSubjects(tx: Connection, kind: Database['kind'], subjects: readonly string[]) {
  return keysWhere(tx, kind, 'subject_id', subjects);
}

/** The keys of these ids, destroyed ones too. */
export function keysById(tx: Connection, kind: Database['kind'], ids: readonly string[]) {
  return keysWhere(tx, kind, 'id', ids);
}

/** Adds keys. */
export function insertKeys(tx: Connection, kind: Database['kind'], keys: readonly StoredKey[]): Promise<void> {
  const rows = keys.map((key) => [key.id, key.subject_id, key.wrapped]);
  return bulkInsert(tx, kind, 'subject_key', COLUMNS, rows);
}

/** S-26: nothing sealed under these is read again; their ids stay, so that none comes back. */
export async function destroyKeys(tx: Connection, kind: Database['kind'], ids: readonly string[]): Promise<void> {
  await tx('subject_key')
    .whereRaw(amongJson(kind, 'id'), [JSON.stringify(ids)])
    .update({ wrapped: null });
}

/** S-25: these keys as they travel to somebody who may read what they open; those destroyed left out. */
export function travelling(keys: readonly StoredKey[], vault: Vault): SubjectKey[] {
  return keys.flatMap(({ id, subject_id: subject, wrapped }) => {
    const key = wrapped === null ? null : vault.unwrap(id, wrapped);
    return key === null ? [] : [{ key: Buffer.from(key).toString('base64'), id, subject }];
  });
}

/**
 * Takes what was destroyed off the disk as far as the database lets go of it: old versions of rows, and the write-ahead
 * log beside the file.
 */
export async function scrubKeys(database: Database): Promise<void> {
  await database.writer.raw(database.kind === 'postgres' ? 'VACUUM subject_key' : 'PRAGMA wal_checkpoint(TRUNCATE)');
}
