import type { HeldAct } from '#shared/domain/held-act.ts';
import { foldHeld } from '#shared/sync/fold-held.ts';
import type { Database } from './database.ts';
import { emptyRefused } from './erase-told.ts';
import { EVENT_STATE, eventsOfSubjects, TURNED_DOWN } from './event-rows.ts';

/** The act central holds under this id, as this store knows it. */
export async function loadHeld(db: Database, id: string): Promise<HeldAct | null> {
  const row = await db.get<{ state: string }>('SELECT state FROM held_row WHERE id = ?', [id]);
  return row === undefined ? null : (JSON.parse(row.state) as HeldAct);
}

/** Those that nobody decided yet, the longest held first. */
export async function undecidedActs(db: Database): Promise<HeldAct[]> {
  const rows = await db.all<{ state: string }>('SELECT state FROM held_row WHERE undecided = 1 ORDER BY held_at, id');
  return rows.map((row) => JSON.parse(row.state) as HeldAct);
}

/**
 * Acts before a supervisor of whose decision central tells another console, in order, with how many events each has: made
 * here under another device's count, or brought by a copy of this one first, so that nothing was heard of their being held.
 */
export function heldElsewhere(db: Database, device: string): Promise<{ act: string; events: number }[]> {
  return db.all(
    `SELECT act, COUNT(*) AS events FROM event AS own WHERE state = ${EVENT_STATE.held} AND state <> 0
       AND (device <> ? OR NOT EXISTS (SELECT 1 FROM event WHERE subject_id = own.act AND type = 'act.held'))
     GROUP BY act ORDER BY MIN(device), MIN(n)`,
    [device],
  );
}

/**
 * S-29: what became of this console's own acts before a supervisor, inside the caller's transaction: an admitted one
 * waits to be pushed again, which central answers with its seq; one turned down came back with the supervisor's words.
 * @returns the subjects they are about
 */
export async function followHeld(db: Database): Promise<string[]> {
  const rows = await db.all<{ act: string; id: string }>(
    `SELECT act, subject_id AS id FROM event WHERE state = ${EVENT_STATE.held} AND state <> 0`,
  );
  if (rows.length === 0) return [];
  const acts = [...new Set(rows.map((row) => row.act))];
  const events = await eventsOfSubjects(db, acts);
  const moved: string[] = [];
  let refused = false;
  for (const act of acts) {
    const decision = foldHeld(events.filter((event) => event.subject.id === act && event.seq !== undefined))?.decision;
    if (!decision) continue;
    const turned = decision.kind === 'turned-down';
    refused ||= turned;
    await db.run(`UPDATE event SET state = ?, code = ?, message = ? WHERE act = ? AND state = ${EVENT_STATE.held}`, [
      turned ? EVENT_STATE.rejected : EVENT_STATE.waiting,
      turned ? TURNED_DOWN : null,
      turned && decision.reason !== null ? db.vault.seal(decision.reason, act) : null,
      act,
    ]);
    moved.push(...rows.filter((row) => row.act === act).map((row) => row.id));
  }
  if (refused) await emptyRefused(db);
  return moved;
}
