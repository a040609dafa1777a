import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { uuid7 } from '#shared/kit/uuid7.ts';
import type { Database, SqlValue } from './database.ts';
import { insertRows } from './insert-rows.ts';
import { openEvents, sealEvents } from './sealed-events.ts';

/** Where an event of the log stands. */
export const EVENT_STATE = { accepted: 0, waiting: 1, rejected: 2, withdrawn: 3, lacking: 4, held: 5 } as const;
export type EventState = (typeof EVENT_STATE)[keyof typeof EVENT_STATE];

/** An event with where it stands and, when refused, central's code and words. */
export interface StoredEvent {
  event: AnyEvent;
  state: EventState;
  code: string | null;
  message: string | null;
}

interface EventRow {
  body: string;
  seq: number | null;
  recorded_at: string | null;
  was: string | null;
  state: EventState;
  code: string | null;
  message: string | null;
}

/** The code of what a supervisor turned down. */
export const TURNED_DOWN = 'turned-down';

const CHUNK = 1_000;
const COLUMNS = 'e.body, e.seq, e.recorded_at, e.was, e.state, e.code, e.message';
const FROM = 'FROM event e';

/** Reads rows; private parts open when looked at, those whose key is not here stay closed. */
async function toStored(db: Database, rows: readonly EventRow[]): Promise<StoredEvent[]> {
  const stored = rows.map((row): StoredEvent => {
    const event = JSON.parse(row.body) as AnyEvent;
    if (row.seq !== null) event.seq = row.seq;
    if (row.recorded_at !== null) event.recordedAt = row.recorded_at;
    if (row.was !== null) event.was = JSON.parse(row.was) as NonNullable<AnyEvent['was']>;
    return { event, state: row.state, code: row.code, message: messageOf(db, event, row) };
  });
  await openEvents(
    db,
    stored.map((one) => one.event),
  );
  return stored;
}

/** Central's words as they lie; those of a supervisor who turned the act down lie sealed. */
function messageOf(db: Database, { act }: AnyEvent, { code, message }: EventRow): string | null {
  return code === TURNED_DOWN && message !== null ? db.vault.open(message, act) : message;
}

const INTO = `INSERT INTO event AS held
  (id, seq, state, act, type, subject_kind, subject_id, device, n, recorded_at, receipt, was, body)`;
/**
 * What central accepted under another console's count, or at a time that the other learned for sure (S-32), is taken as
 * it was accepted (S-02): this store is then a copy of that one's.
 */
const HELD = `ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, recorded_at = excluded.recorded_at,
  receipt = excluded.receipt, was = excluded.was, state = 0, code = NULL, message = NULL,
  body = CASE WHEN held.device = excluded.device AND held.n = excluded.n
    AND held.body ->> '$.certain' IS excluded.body ->> '$.certain'
    AND held.body ->> '$.happenedAt' IS excluded.body ->> '$.happenedAt' THEN held.body ELSE excluded.body END,
  device = excluded.device, n = excluded.n
  WHERE excluded.seq IS NOT NULL`;

/** Writes events in chunks, their private parts sealed (S-24). The same event again only gains seq and state. */
export async function insertEvents(db: Database, events: readonly AnyEvent[], state: 0 | 1): Promise<void> {
  for (let from = 0; from < events.length; from += CHUNK) {
    const sealed = await sealEvents(db, events.slice(from, from + CHUNK));
    const rows = sealed.map((event): SqlValue[] => {
      const { private: _clear, seq, recordedAt, receipt, was, ...body } = event;
      const { id, act, type, subject, device, n } = body;
      const place = [recordedAt ?? null, receipt ?? null, was === undefined ? null : JSON.stringify(was)];
      return [id, seq ?? null, state, act, type, subject.kind, subject.id, device, n, ...place, JSON.stringify(body)];
    });
    await insertRows(db, INTO, rows, HELD);
  }
}

/** The same for a JSON array of events as it came over the line, sealed there, never made into objects here. */
export async function insertEventsJson(db: Database, json: string, state: 0 | 1): Promise<void> {
  await db.run(
    `${INTO}
     SELECT value ->> '$.id', value ->> '$.seq', ${state}, value ->> '$.act', value ->> '$.type',
       value ->> '$.subject.kind', value ->> '$.subject.id', value ->> '$.device', value ->> '$.n',
       value ->> '$.recordedAt', value ->> '$.receipt', value ->> '$.was',
       json_remove(value, '$.private', '$.seq', '$.recordedAt', '$.receipt', '$.was')
     FROM json_each(?) WHERE true
     ${HELD}`,
    [json],
  );
}

/** The events of these subjects that count (accepted or waiting), in no order. */
export async function eventsOfSubjects(db: Database, subjects: readonly string[]): Promise<AnyEvent[]> {
  const rows = await db.all<EventRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE e.subject_id IN (SELECT value FROM json_each(?)) AND e.state IN (0, 1)`,
    [JSON.stringify(subjects)],
  );
  return (await toStored(db, rows)).map((one) => one.event);
}

/** These events, in no order; those not here are left out. */
export async function eventsById(db: Database, ids: readonly string[]): Promise<AnyEvent[]> {
  const rows = await db.all<EventRow>(`SELECT ${COLUMNS} ${FROM} WHERE e.id IN (SELECT value FROM json_each(?))`, [
    JSON.stringify(ids),
  ]);
  return (await toStored(db, rows)).map((one) => one.event);
}

/** Every event of these subjects, refused and withdrawn ones too, with where they stand. */
export async function historyOfSubjects(db: Database, subjects: readonly string[]): Promise<StoredEvent[]> {
  const rows = await db.all<EventRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE e.subject_id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(subjects)],
  );
  return toStored(db, rows);
}

/** How long an act may have waited on a console before central recorded it, to be found by the day it was made; ms. */
const LONGEST_WAIT_MS = 72 * 3_600_000;

/**
 * What was recorded, or waits, since a moment (ms since 1970), the latest first, at most `limit`; private parts stay
 * closed. Found by ids, which sort by when they were made.
 */
export async function historySince(
  db: Database,
  since: number,
  limit: number,
): Promise<Pick<StoredEvent, 'event' | 'state'>[]> {
  const from = uuid7(Math.max(0, Math.floor(since) - LONGEST_WAIT_MS), new Uint8Array(10));
  const rows = await db.all<Pick<EventRow, 'body' | 'seq' | 'recorded_at' | 'state'>>(
    `SELECT e.body, e.seq, e.recorded_at, e.state ${FROM} WHERE e.id >= ? AND e.state IN (0, 1)
     ORDER BY e.id DESC LIMIT ?`,
    [from, limit],
  );
  const recent = rows.filter((row) => row.recorded_at === null || Date.parse(row.recorded_at) >= since);
  return recent.map(({ body, seq, recorded_at: recordedAt, state }) => {
    const event = JSON.parse(body) as AnyEvent;
    if (seq !== null) event.seq = seq;
    if (recordedAt !== null) event.recordedAt = recordedAt;
    return { event, state };
  });
}

/** The events of one act. */
export async function eventsOfAct(db: Database, act: string): Promise<StoredEvent[]> {
  return toStored(db, await db.all<EventRow>(`SELECT ${COLUMNS} ${FROM} WHERE e.act = ? ORDER BY e.n`, [act]));
}

/** Events in these states in the device's own order, at most `limit`, but those of acts to leave out. */
export async function eventsInState(
  db: Database,
  states: readonly EventState[],
  limit: number,
  without: ReadonlySet<string> = new Set(),
): Promise<StoredEvent[]> {
  const but = without.size === 0 ? '' : 'AND e.act NOT IN (SELECT value FROM json_each(?))';
  const rows = await db.all<EventRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE e.state IN (${states.join(', ')}) AND e.state <> 0 ${but} ORDER BY e.n LIMIT ?`,
    [...(but === '' ? [] : [JSON.stringify([...without])]), limit],
  );
  return toStored(db, rows);
}

/**
 * Those of these acts that are on what another console has yet to bring back to a restored central.
 * @param central the id central writes under: what it opened itself nobody brings back
 */
export async function actsAheadOfOpening(db: Database, acts: readonly string[], central: string): Promise<Set<string>> {
  const rows = await db.all<{ act: string }>(
    `SELECT DISTINCT w.act AS act FROM event w JOIN event l INDEXED BY event_by_subject ON l.subject_id = w.subject_id
     WHERE w.act IN (SELECT value FROM json_each(?)) AND l.state = 4 AND l.device <> ?
       AND l.type IN ('case.opened', 'incident.opened')`,
    [JSON.stringify(acts), central],
  );
  return new Set(rows.map((row) => row.act));
}

/** Marks the events of one act, unless central accepted them meanwhile. @returns how many changed. */
export function markAct(
  db: Database,
  act: string,
  state: EventState,
  code: SqlValue,
  message: SqlValue,
): Promise<number> {
  return db.run('UPDATE event SET state = ?, code = ?, message = ? WHERE act = ? AND state IN (1, 2)', [
    state,
    code,
    message,
    act,
  ]);
}
