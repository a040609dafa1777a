import { bulkInsert, type Column } from './bulk-insert.ts';
import type { Connection, Database } from './database.ts';
import { rawRows } from './raw-rows.ts';

/** Where the planning of messages stands; moments in ms since 1970. */
export interface NotifyState {
  round: number;
  /** Last seq of the log it has looked at. */
  seq: number;
  /** Nothing reached before is told; null while nothing was ever sent. */
  since: number | null;
  alive_at: number;
}

/** When a case is to be looked at again. */
export interface Wake {
  case_id: string;
  at: number;
  quiet_until: number;
}

const COLUMNS: readonly Column[] = [
  { name: 'case_id', type: 'text' },
  { name: 'at', type: 'bigint' },
  { name: 'quiet_until', type: 'bigint' },
];

export async function readNotifyState(reader: Connection): Promise<NotifyState> {
  const state: NotifyState | undefined = await reader('notify_state').where({ id: 1 }).first();
  if (state === undefined) throw new Error('the database has no place for messages: it was not migrated');
  return state;
}

/** Moves the planning on from a round. @returns false when another process did: then what was planned is stale */
export async function takeRound(
  tx: Connection,
  round: number,
  change: Partial<Omit<NotifyState, 'round'>>,
): Promise<boolean> {
  const moved = await tx('notify_state')
    .where({ id: 1, round })
    .update({ ...change, round: round + 1 });
  return moved === 1;
}

/** Has every open case looked at anew. */
export async function wakeAll(tx: Connection): Promise<void> {
  await tx.raw(`INSERT INTO notify_wake (case_id, at, quiet_until)
    SELECT id, 0, 0 FROM case_row WHERE status <> 'closed' ON CONFLICT (case_id) DO UPDATE SET at = 0`);
}

/** No case is quiet for longer than until `until`, ms since 1970. */
export async function endQuiet(tx: Connection, until: number): Promise<void> {
  await tx('notify_wake').where('quiet_until', '>', until).update({ quiet_until: until });
}

/** Cases to look at by `now`, the longest waiting first. */
export function wakesDue(reader: Connection, now: number, most: number): Promise<Wake[]> {
  return rawRows<Wake>(reader, 'SELECT * FROM notify_wake WHERE at <= ? ORDER BY at, case_id LIMIT ?', [now, most]);
}

/** The next moment to look at any case, ms since 1970; null for none. */
export async function nextWakeAt(reader: Connection): Promise<number | null> {
  const [row] = await rawRows<{ at: number | null }>(reader, 'SELECT MIN(at) AS at FROM notify_wake', []);
  return row?.at ?? null;
}

/** Sets when to look at these cases again, and forgets those that nothing can happen to by itself. */
export async function putWakes(
  tx: Connection,
  kind: Database['kind'],
  wakes: readonly Wake[],
  done: readonly string[],
): Promise<void> {
  const rows = wakes.map(({ case_id, at, quiet_until }) => [case_id, at, quiet_until]);
  await bulkInsert(tx, kind, 'notify_wake', COLUMNS, rows, 'case_id');
  if (done.length > 0) await tx('notify_wake').whereIn('case_id', done).delete();
}

/** A subject of the log that has news. */
export interface NewsSubject {
  subject_kind: string;
  subject_id: string;
  /** Of an incident that was joined: the other one. */
  other: string | null;
}

/** Subjects of the events after `seq` up to `to`. */
export function subjectsBetween({ reader, kind }: Database, seq: number, to: number): Promise<NewsSubject[]> {
  const other =
    kind === 'sqlite' ? "json_extract(body, '$.payload.with')" : "CAST(body AS json) -> 'payload' ->> 'with'";
  return rawRows<NewsSubject>(
    reader,
    `SELECT DISTINCT subject_kind, subject_id, CASE WHEN type = 'incident.joined' THEN ${other} END AS other
      FROM event WHERE seq > ? AND seq <= ?`,
    [seq, to],
  );
}

/** Cases of these incidents and of all that show as one with them. */
export async function casesUnder({ reader }: Database, incidents: readonly string[]): Promise<string[]> {
  const survivors = reader('incident_row')
    .select('survivor_id')
    .whereIn('id', [...incidents]);
  const rows: { id: string }[] = await reader('case_row')
    .select('case_row.id as id')
    .join('incident_row', 'incident_row.id', 'case_row.incident_id')
    .whereIn('incident_row.survivor_id', survivors);
  return rows.map(({ id }) => id);
}
