import type { Database } from './database.ts';
import { EVENT_STATE } from './event-rows.ts';

/**
 * Writes what waits for central anew as another device's, counted from 1 in its order, inside the caller's transaction.
 * Ids and acts stay; what central has accepted stays under the device that made it.
 * @returns the last count given, and the subjects it is about
 */
export async function restampWaiting(
  db: Database,
  from: string,
  to: string,
): Promise<{ n: number; subjects: Set<string> }> {
  const waiting = await db.all<{ id: string; subject_id: string }>(
    `SELECT id, subject_id FROM event WHERE device = ? AND state = ${EVENT_STATE.waiting} AND state <> 0 ORDER BY n`,
    [from],
  );
  await db.run(
    `UPDATE event SET device = ?, n = stamp.n, body = json_set(event.body, '$.device', ?, '$.n', stamp.n)
     FROM (SELECT value AS id, key + 1 AS n FROM json_each(?)) AS stamp WHERE event.id = stamp.id`,
    [to, to, JSON.stringify(waiting.map(({ id }) => id))],
  );
  return { n: waiting.length, subjects: new Set(waiting.map((row) => row.subject_id)) };
}
