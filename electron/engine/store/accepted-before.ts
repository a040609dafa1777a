import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { PushReply } from '#shared/contract/wire/sync.ts';
import { withoutClear } from '#shared/sync/private-part.ts';
import type { Database } from './database.ts';
import { eventsById } from './event-rows.ts';

interface Place {
  id: string;
  seq: number;
  recorded_at: string;
  receipt: string;
  was: string | null;
}

const NUMBERED = "('case.numbered', 'incident.numbered')";

/** A new epoch begins: remembers where central had accepted what, and by which receipt (S-36). */
export async function rememberAccepted(db: Database): Promise<void> {
  await db.run('UPDATE accepted_before SET answered = NULL');
  await db.run(
    `INSERT INTO accepted_before (id, seq, recorded_at, receipt, was)
     SELECT id, seq, recorded_at, receipt, was FROM event WHERE state = 0 AND receipt IS NOT NULL
     ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, recorded_at = excluded.recorded_at, receipt = excluded.receipt,
       was = excluded.was`,
  );
}

/** Whether anything may still have to be brought back. */
export async function anythingBefore(db: Database): Promise<boolean> {
  return (await db.get('SELECT 1 FROM accepted_before WHERE answered IS NULL LIMIT 1')) !== undefined;
}

/**
 * Central answered a push with places that no pull has passed yet: the one that does tells whether what lies there is for
 * this console to keep. Inside the caller's transaction.
 */
export async function rememberAnswered(db: Database, accepted: PushReply['accepted']): Promise<void> {
  await db.run(
    `INSERT INTO accepted_before (id, seq, recorded_at, receipt, answered)
     SELECT value ->> '$.id', value ->> '$.seq', value ->> '$.recordedAt', value ->> '$.receipt', value ->> '$.seq'
     FROM json_each(?) WHERE value ->> '$.receipt' IS NOT NULL
     ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, recorded_at = excluded.recorded_at, receipt = excluded.receipt,
       was = NULL, answered = excluded.answered`,
    [JSON.stringify(accepted)],
  );
}

/**
 * Subjects of what counts as accepted by central's answer to a push, at places up to `position`, and is not among what
 * the pull that passed them `brought` (ids): they are out of sight. A copy of this console may have brought it under
 * another count, so that central does not take it for this one's own (S-38).
 */
export async function subjectsUnbrought(db: Database, position: number, brought: readonly string[]): Promise<string[]> {
  if (!(await anyPassed(db, position))) return [];
  const rows = await db.all<{ id: string }>(
    `SELECT DISTINCT e.subject_id AS id FROM accepted_before b JOIN event e ON e.id = b.id
     WHERE b.answered <= ? AND e.state = 0 AND b.id NOT IN (SELECT value FROM json_each(?))`,
    [position, JSON.stringify(brought)],
  );
  return rows.map(({ id }) => id);
}

/** Lets go of what central has again. */
export async function forgetReturned(db: Database): Promise<void> {
  await db.run('DELETE FROM accepted_before WHERE answered IS NULL AND id IN (SELECT id FROM event WHERE state = 0)');
  await db.run('DELETE FROM accepted_before WHERE id NOT IN (SELECT id FROM event)');
}

/** What central lacks of what it once accepted, as it was accepted, in that order; at most `limit`. */
export async function lackingEvents(db: Database, limit: number): Promise<AnyEvent[]> {
  const places = await db.all<Place>(
    `SELECT b.id, b.seq, b.recorded_at, b.receipt, b.was FROM accepted_before b JOIN event e ON e.id = b.id
     WHERE b.answered IS NULL AND e.state IN (1, 4) ORDER BY b.seq LIMIT ?`,
    [limit],
  );
  return withPlaces(db, places);
}

/** The acts that numbered these subjects, as far as central lacks them. */
export async function lackingNumbers(db: Database, subjects: readonly string[]): Promise<AnyEvent[]> {
  const places = await db.all<Place>(
    `SELECT b.id, b.seq, b.recorded_at, b.receipt, b.was FROM event e JOIN accepted_before b ON b.id = e.id
     WHERE b.answered IS NULL AND e.state IN (1, 4) AND e.act IN (
       SELECT act FROM event INDEXED BY event_by_subject
       WHERE subject_id IN (SELECT value FROM json_each(?)) AND type IN ${NUMBERED})`,
    [JSON.stringify(subjects)],
  );
  return withPlaces(db, places);
}

async function withPlaces(db: Database, places: readonly Place[]): Promise<AnyEvent[]> {
  const events = await eventsById(
    db,
    places.map(({ id }) => id),
  );
  const byId = new Map(events.map((event) => [event.id, event]));
  return places.flatMap(({ id, seq, recorded_at: recordedAt, receipt, was }) => {
    const event = byId.get(id);
    if (event === undefined) return [];
    const before = was === null ? {} : { was: JSON.parse(was) as NonNullable<AnyEvent['was']> };
    return [{ ...withoutClear(event), seq, recordedAt, receipt, ...before }];
  });
}

/**
 * Takes central's answer. This console's own events count as accepted at once; those of others go on being set aside
 * until a pull brings them, or passes the place where it would have.
 */
export async function takeReturned(db: Database, reply: PushReply, device: string): Promise<void> {
  const accepted = JSON.stringify(reply.accepted);
  await db.run(
    `UPDATE event SET state = 0, seq = answer.seq, recorded_at = answer.recorded, receipt = answer.receipt,
       code = NULL, message = NULL
     FROM (SELECT value ->> '$.id' AS id, value ->> '$.seq' AS seq, value ->> '$.recordedAt' AS recorded,
       value ->> '$.receipt' AS receipt FROM json_each(?)) AS answer
     WHERE event.id = answer.id AND event.device = ? AND event.state <> 0`,
    [accepted, device],
  );
  await db.run(
    `UPDATE accepted_before SET answered = answer.seq
     FROM (SELECT value ->> '$.id' AS id, value ->> '$.seq' AS seq FROM json_each(?)) AS answer
     WHERE accepted_before.id = answer.id`,
    [accepted],
  );
  // What central does not know again goes the ordinary way where it is this console's own; others' stays set aside.
  await db.run('DELETE FROM accepted_before WHERE id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(reply.rejected.map(({ id }) => id)),
  ]);
}

/** A pull has passed these places: what it did not bring of what was brought back is not for this console to keep. */
export async function purgeReturned(db: Database, position: number): Promise<void> {
  // The log itself is left alone without need: it may lie packed.
  if (!(await anyPassed(db, position))) return;
  const passed = 'SELECT id FROM accepted_before WHERE answered <= ?';
  await db.run(`DELETE FROM event WHERE state = 4 AND id IN (${passed})`, [position]);
  await db.run('DELETE FROM accepted_before WHERE answered <= ?', [position]);
}

async function anyPassed(db: Database, position: number): Promise<boolean> {
  return (await db.get('SELECT 1 FROM accepted_before WHERE answered <= ? LIMIT 1', [position])) !== undefined;
}
