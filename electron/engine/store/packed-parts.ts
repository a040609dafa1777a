import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type SubjectKey, subjectKeySchema } from '#shared/contract/wire/sync.ts';
import type { Database } from './database.ts';
import { eraseAllTold } from './erase-told.ts';
import { insertEventsJson } from './event-rows.ts';
import { forgetMeta, readMeta, writeMeta } from './meta.ts';
import { keepKeys } from './subject-keys.ts';

const unpack = promisify(gunzip);

/** Some subjects as central packed them: folded states, whole histories, and what opens those. */
export interface PackedPart {
  /** JSON array of keys, in the clear. */
  keys: string;
  /** Gzip. */
  states: Uint8Array;
  /** Gzip of a JSON array of events. */
  history: Uint8Array;
}

const sealedFor = (id: number) => `packed part ${id}`;

/** Puts parts by as they came, their keys sealed (S-24). @param first the number the first of them gets */
export async function keepParts(db: Database, parts: readonly PackedPart[], first: number): Promise<void> {
  for (const [index, { keys, states, history }] of parts.entries()) {
    const id = first + index;
    await db.run('INSERT INTO packed_part (id, keys, states, history) VALUES (?, ?, ?, ?)', [
      id,
      db.vault.seal(keys, sealedFor(id)),
      states,
      history,
    ]);
  }
}

/** Whether nothing of any log is here, not even what waits or was set aside. */
export async function hasNoLog(db: Database): Promise<boolean> {
  const any = await db.get(`SELECT 1 WHERE EXISTS (SELECT 1 FROM event) OR EXISTS (SELECT 1 FROM accepted_before)`);
  return any === undefined;
}

/** Lets go of what a first fill that was cut has left. */
export async function dropParts(db: Database): Promise<void> {
  await db.run('DELETE FROM packed_part');
}

/** Numbers of the parts that are here, in order. */
export async function partsHere(db: Database): Promise<number[]> {
  return (await db.all<{ id: number }>('SELECT id FROM packed_part ORDER BY id')).map(({ id }) => id);
}

/** The folded states of one part, a line each. */
export async function statesOfPart(db: Database, id: number): Promise<string[]> {
  const part = await db.get<{ states: Uint8Array }>('SELECT states FROM packed_part WHERE id = ?', [id]);
  const text = part === undefined ? '' : (await unpack(part.states)).toString();
  return text === '' ? [] : text.split('\n');
}

/** Writes events and keys of the next part where they belong. @returns false when that was the last */
export async function unpackNext(db: Database): Promise<boolean> {
  const part = await db.get<{ id: number; keys: string; history: Uint8Array }>(
    'SELECT id, keys, history FROM packed_part ORDER BY id LIMIT 1',
  );
  if (part !== undefined) {
    const keys = db.vault.open(part.keys, sealedFor(part.id));
    if (keys === null) throw new Error('a packed part was sealed in another store');
    await keepKeys(db, readKeys(keys));
    await insertEventsJson(db, (await unpack(part.history)).toString(), 0);
    await db.run('DELETE FROM packed_part WHERE id = ?', [part.id]);
  }
  if ((await db.get('SELECT 1 FROM packed_part LIMIT 1')) !== undefined) return true;
  await eraseAllTold(db);
  await learnCount(db);
  await forgetMeta(db, ['packed']);
  return false;
}

/** Keys as they travel. @throws ZodError when they are none */
export function readKeys(text: string): SubjectKey[] {
  return subjectKeySchema.array().parse(JSON.parse(text));
}

/** A store put back from an older copy must not give a count twice. */
async function learnCount(db: Database): Promise<void> {
  const device = (await readMeta(db, 'device')) ?? '';
  const found = await db.get<{ n: number | null }>('SELECT MAX(n) AS n FROM event WHERE device = ?', [device]);
  const n = found?.n ?? 0;
  if (n > ((await readMeta(db, 'n')) ?? 0)) await writeMeta(db, { n });
}
