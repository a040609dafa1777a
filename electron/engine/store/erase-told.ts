import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';
import type { Database } from './database.ts';
import { TURNED_DOWN } from './event-rows.ts';
import { destroyKeys } from './subject-keys.ts';

/** The first place central ever gave an event, as far as that was lost with it; null where it was not. */
const FIRST_PLACE = `COALESCE(e.was ->> '$[0].seq',
  CASE WHEN b.answered IS NULL OR b.seq <> b.answered THEN COALESCE(b.was ->> '$[0].seq', b.seq) END)`;

/** Refused or withdrawn here, by an author who had not heard of what stands at a place. */
const NOT_TAKEN = "state IN (2, 3) AND body ->> '$.seen' < ?";

/**
 * S-26: destroys the keys that erasures among these accepted events name, and every other key that sealed what was
 * accepted of the same subjects before: this console may have sealed it under one of its own. What a restored central
 * had back before the erasure is before it where it was when both were first accepted; what it lacks yet keeps its key,
 * which central may have to be brought. What was refused or withdrawn here is emptied with what was said about it.
 * @returns the subjects that cannot be read any more
 */
export async function eraseTold(db: Database, events: readonly AnyEvent[]): Promise<string[]> {
  const gone: string[] = [];
  for (const event of events) {
    if (!isKnown(event) || event.type !== 'case.erased') continue;
    const { keys, subjects } = event.payload;
    const seq = event.seq ?? 0;
    const own = await db.all<{ id: string | null }>(
      `SELECT DISTINCT e.body ->> '$.sealed.key' AS id FROM event e LEFT JOIN accepted_before b ON b.id = e.id
       WHERE e.subject_id IN (SELECT value FROM json_each(?)) AND e.state = 0 AND COALESCE(${FIRST_PLACE} < ?, e.seq < ?)`,
      [JSON.stringify(subjects), event.was?.[0]?.seq ?? seq, seq],
    );
    await destroyKeys(db, [...new Set([...keys, ...own.flatMap(({ id }) => id ?? [])])], event.subject.id);
    await emptySetAside(db, JSON.stringify(subjects), seq);
    gone.push(...subjects);
  }
  // Kept with the transaction, so that a console killed before it scrubs does so at its next start.
  if (gone.length > 0) await db.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('scrub', 'true')");
  return gone;
}

/**
 * Refused and withdrawn acts go nowhere any more: their private parts are dropped, since what waits may lie under the same
 * key, and with them the words beside them, which are sealed for this store alone.
 */
async function emptySetAside(db: Database, subjects: string, seq: number): Promise<void> {
  const about = `subject_id IN (SELECT value FROM json_each(?)) AND ${NOT_TAKEN}`;
  const acts = `SELECT act FROM event WHERE ${about}`;
  const named = [subjects, seq];
  await db.run(
    `UPDATE event SET body = json_set(body, '$.sealed.box', '') WHERE ${about} AND body ->> '$.sealed.key' IS NOT NULL`,
    named,
  );
  await db.run(`UPDATE event SET message = NULL WHERE code = '${TURNED_DOWN}' AND act IN (${acts})`, named);
  await db.run(`UPDATE withdrawal SET reason = '' WHERE act IN (${acts})`, named);
}

/** S-26: empties what was refused only after it was erased: until then it might have been taken, closed. */
export async function emptyRefused(db: Database): Promise<void> {
  if (!(await db.get('SELECT 1 FROM subject_key WHERE wrapped IS NULL LIMIT 1'))) return;
  const told = await db.all<{ subjects: string; seq: number }>(
    "SELECT body -> '$.payload.subjects' AS subjects, seq FROM event WHERE type = 'case.erased' AND state = 0",
  );
  for (const { subjects, seq } of told) await emptySetAside(db, subjects, seq);
}

/** The same for every erasure in the log. @returns the subjects that cannot be read any more */
export async function eraseAllTold(db: Database): Promise<string[]> {
  const rows = await db.all<{ body: string; seq: number; was: string | null }>(
    "SELECT body, seq, was FROM event WHERE type = 'case.erased' AND state = 0",
  );
  return eraseTold(
    db,
    rows.map(({ body, seq, was }) => ({
      ...(JSON.parse(body) as AnyEvent),
      seq,
      ...(was === null ? {} : { was: JSON.parse(was) as NonNullable<AnyEvent['was']> }),
    })),
  );
}
