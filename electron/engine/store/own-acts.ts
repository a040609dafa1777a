import type { Database } from './database.ts';
import { EVENT_STATE, eventsOfAct, type StoredEvent } from './event-rows.ts';

/** The last acts made at this console that central has accepted, newest first, each with its events. */
export async function acceptedOwnActs(db: Database, most: number): Promise<StoredEvent[][]> {
  const made = await db.all<{ act: string }>(
    `SELECT answer ->> '$.act' AS act FROM command ORDER BY at DESC, id DESC LIMIT ?`,
    [most],
  );
  const acts = await Promise.all(made.map(({ act }) => eventsOfAct(db, act)));
  return acts.filter((events) => events.length > 0 && events.every((one) => one.state === EVENT_STATE.accepted));
}
