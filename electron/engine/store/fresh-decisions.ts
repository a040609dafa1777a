import { UNDO_MS } from '#shared/sync/act-world.ts';
import type { Database } from './database.ts';
import { EVENT_STATE } from './event-rows.ts';
import { setAside } from './withdraw-act.ts';

/** What decides on an act before a supervisor. */
export const DECIDES: ReadonlySet<string> = new Set(['act.admitted', 'act.turned-down']);

/** A decision that was made here, is durable and did not go to central yet: it can be put back. */
export interface FreshDecision {
  act: string;
  /** The act it decides on. */
  held: string;
  kind: 'admit' | 'turn-down';
  actor: string;
  /** Up to when, corrected ms since 1970. */
  until: number;
}

/** S-28: those that can be put back at this moment. @param now corrected ms since 1970 */
export async function freshDecisions(db: Database, now: number): Promise<FreshDecision[]> {
  const rows = await db.all<{ act: string; held: string; type: string; actor: string; at: number }>(
    `SELECT e.act AS act, e.subject_id AS held, e.type AS type, e.body ->> '$.actor' AS actor, c.at AS at
     FROM event e JOIN command c ON c.at BETWEEN ? AND ? AND c.answer ->> '$.act' = e.act
     WHERE e.state = ${EVENT_STATE.waiting} AND e.state <> 0 AND e.type IN ('act.admitted', 'act.turned-down')`,
    [now - UNDO_MS, now],
  );
  return rows.map(({ act, held, type, actor, at }) => ({
    act,
    held,
    kind: type === 'act.admitted' ? 'admit' : 'turn-down',
    actor,
    until: at + UNDO_MS,
  }));
}

/**
 * Puts back what this person decided on a held act, inside the caller's transaction: it never goes to central and counts
 * for nothing; the log keeps it.
 * @returns the subjects it was about; null when there is nothing to put back, or not any more
 */
export async function putBackDecision(
  db: Database,
  held: string,
  { actor, now }: { actor: string; now: number },
): Promise<string[] | null> {
  const fresh = (await freshDecisions(db, now)).find((one) => one.held === held && one.actor === actor);
  if (fresh === undefined) return null;
  await setAside(db, fresh.act, { reason: 'put back', actor, at: now });
  return [held];
}
