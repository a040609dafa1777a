import type { SubjectKey } from '#shared/contract/wire/sync.ts';
import type { Database } from './database.ts';
import { insertRows } from './insert-rows.ts';

interface KeyRow {
  id: string;
  subject: string;
  /** Null once it was destroyed. */
  wrapped: string | null;
}

const AMONG = 'IN (SELECT value FROM json_each(?))';

/** A key to seal with: any of a subject's keys will do. */
export interface WritingKey {
  id: string;
  key: Buffer;
}

/** One key for each of these subjects, made where there is none, inside the caller's transaction. */
export async function writingKeys(db: Database, subjects: readonly string[]): Promise<Map<string, WritingKey>> {
  const wanted = [...new Set(subjects)];
  const rows = await db.all<KeyRow>(
    `SELECT id, subject, wrapped FROM subject_key WHERE subject ${AMONG} AND wrapped IS NOT NULL ORDER BY confirmed, id DESC`,
    [JSON.stringify(wanted)],
  );
  const found = new Map(rows.map((row) => [row.subject, row]));
  const keys = new Map<string, WritingKey>();
  const made: string[][] = [];
  for (const subject of wanted) {
    const row = found.get(subject);
    const known = row?.wrapped ? db.vault.unwrap(row.id, row.wrapped) : null;
    if (row && known) {
      keys.set(subject, { id: row.id, key: known });
      continue;
    }
    const fresh = db.vault.newKey();
    keys.set(subject, fresh);
    made.push([fresh.id, subject, db.vault.wrap(fresh.id, fresh.key)]);
  }
  await insertWrapped(db, made, 0);
  return keys;
}

/** Keeps keys that central handed out; one that is here already, or was destroyed here, stays as it is. */
export async function keepKeys(db: Database, keys: readonly SubjectKey[]): Promise<void> {
  const rows = keys.map(({ id, subject, key }) => [id, subject, db.vault.wrap(id, Buffer.from(key, 'base64'))]);
  await insertWrapped(db, rows, 1);
}

async function insertWrapped(db: Database, rows: readonly string[][], confirmed: 0 | 1): Promise<void> {
  await insertRows(
    db,
    'INSERT INTO subject_key (id, subject, wrapped, confirmed)',
    rows.map((row) => [...row, confirmed]),
    'ON CONFLICT (id) DO UPDATE SET confirmed = MAX(confirmed, excluded.confirmed)',
  );
}

/** The keys of these ids as they lie in the store, those destroyed left out. */
export async function wrappedKeys(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.all<{ id: string; wrapped: string }>(
    `SELECT id, wrapped FROM subject_key WHERE id ${AMONG} AND wrapped IS NOT NULL`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, row.wrapped]));
}

/** Those of these keys that central has not said it holds, as they travel. */
export async function unconfirmedKeys(db: Database, ids: readonly string[]): Promise<SubjectKey[]> {
  const rows = await db.all<{ id: string; subject: string; wrapped: string }>(
    `SELECT id, subject, wrapped FROM subject_key
     WHERE id ${AMONG} AND confirmed = 0 AND wrapped IS NOT NULL ORDER BY id`,
    [JSON.stringify([...new Set(ids)])],
  );
  return rows.flatMap(({ id, subject, wrapped }) => {
    const key = db.vault.unwrap(id, wrapped);
    return key === null ? [] : [{ id, subject, key: key.toString('base64') }];
  });
}

/** Central holds these keys. */
export async function confirmKeys(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.run(`UPDATE subject_key SET confirmed = 1 WHERE id ${AMONG}`, [JSON.stringify(ids)]);
}

/** Central said that it does not know these. */
export async function unconfirmKeys(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.run(`UPDATE subject_key SET confirmed = 0 WHERE id ${AMONG}`, [JSON.stringify(ids)]);
}

/** Central was restored: it may lack any key, until it is told or tells of it again. */
export async function unconfirmAll(db: Database): Promise<void> {
  await db.run('UPDATE subject_key SET confirmed = 0');
}

/** S-26: nothing sealed under these is read again; their ids stay, so that none comes back. */
export async function destroyKeys(db: Database, ids: readonly string[], subject: string): Promise<void> {
  await db.run(
    `INSERT INTO subject_key (id, subject, wrapped, confirmed) SELECT value, ?, NULL, 1 FROM json_each(?) WHERE true
     ON CONFLICT (id) DO UPDATE SET wrapped = NULL, confirmed = 1`,
    [subject, JSON.stringify(ids)],
  );
}

/** S-25: lets go of the keys of subjects of which nothing is here any more. */
export async function forgetKeys(db: Database, subjects: readonly string[]): Promise<void> {
  await db.run(
    `DELETE FROM subject_key WHERE subject ${AMONG} AND wrapped IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM event WHERE event.subject_id = subject_key.subject)`,
    [JSON.stringify(subjects)],
  );
}

/** Those of these keys that were destroyed, and not just never here. */
export async function destroyedKeys(db: Database, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.all<{ id: string }>(`SELECT id FROM subject_key WHERE id ${AMONG} AND wrapped IS NULL`, [
    JSON.stringify(ids),
  ]);
  return new Set(rows.map((row) => row.id));
}
