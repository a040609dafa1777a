import type { Database } from './database.ts';
import { EVENT_STATE, markAct } from './event-rows.ts';

/** Why and by whom an act leaves the outbox; `at` in ms since 1970. */
export interface Withdrawal {
  reason: string;
  actor: string;
  at: number;
}

/**
 * Takes a refused act out of the outbox inside the caller's transaction; its events and central's words stay in the log,
 * the reason sealed beside them.
 * @returns the subjects it was about; null when no such act was refused
 */
export async function withdrawAct(db: Database, act: string, why: Withdrawal): Promise<string[] | null> {
  const refused = await db.all<{ subject_id: string; message: string | null; code: string | null }>(
    `SELECT subject_id, code, message FROM event WHERE act = ? AND state = ${EVENT_STATE.rejected}`,
    [act],
  );
  const first = refused[0];
  if (!first) return null;
  await setAside(db, act, why, first);
  return refused.map((one) => one.subject_id);
}

/** Marks an act as withdrawn, with what central answered and the reason, sealed, inside the caller's transaction. */
export async function setAside(
  db: Database,
  act: string,
  { reason, actor, at }: Withdrawal,
  answer: { code: string | null; message: string | null } = { code: null, message: null },
): Promise<void> {
  await markAct(db, act, EVENT_STATE.withdrawn, answer.code, answer.message);
  await db.run('INSERT INTO withdrawal (act, reason, actor, at) VALUES (?, ?, ?, ?)', [
    act,
    db.vault.seal(reason, act),
    actor,
    at,
  ]);
}
