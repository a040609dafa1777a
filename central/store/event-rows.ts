import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { amongJson, bulkInsert, type Column } from './bulk-insert.ts';
import type { Connection, Database } from './database.ts';

/** An event as it lies in the log: its public body as JSON without seq, its private part apart. */
export interface EventRow {
  seq: number;
  body: string;
  private: string | null;
  recorded_at: string;
}

const EVENT_COLUMNS: readonly Column[] = [
  { name: 'seq', type: 'bigint' },
  { name: 'id', type: 'text' },
  { name: 'device', type: 'text' },
  { name: 'n', type: 'bigint' },
  { name: 'act', type: 'text' },
  { name: 'type', type: 'text' },
  { name: 'subject_kind', type: 'text' },
  { name: 'subject_id', type: 'text' },
  { name: 'body', type: 'text' },
  { name: 'hash', type: 'text' },
  { name: 'recorded_at', type: 'text' },
];
const PRIVATE_COLUMNS: readonly Column[] = [
  { name: 'seq', type: 'bigint' },
  { name: 'body', type: 'text' },
];

/** An accepted event and the hash of what its author wrote. */
export interface LogEntry {
  event: AnyEvent & { seq: number; recordedAt: string };
  hash: string;
}

/** Appends accepted events to the log. */
export async function insertEvents(
  tx: Connection,
  kind: Database['kind'],
  entries: readonly LogEntry[],
): Promise<void> {
  const rows = entries.map(({ event, hash }) => {
    const { seq, recordedAt, private: hidden, ...body } = event;
    const subject = [event.subject.kind, event.subject.id];
    return {
      main: [
        seq,
        event.id,
        event.device,
        event.n,
        event.act,
        event.type,
        ...subject,
        JSON.stringify(body),
        hash,
        recordedAt,
      ],
      hidden: hidden === undefined ? null : [seq, JSON.stringify(hidden)],
    };
  });
  await bulkInsert(
    tx,
    kind,
    'event',
    EVENT_COLUMNS,
    rows.map(({ main }) => main),
  );
  const hidden = rows.flatMap((row) => (row.hidden === null ? [] : [row.hidden]));
  if (hidden.length > 0) await bulkInsert(tx, kind, 'event_private', PRIVATE_COLUMNS, hidden);
}

/** The event as JSON text, put together without parsing it. @param withPrivate false for who may not see persons. */
export function eventJson(row: EventRow, withPrivate: boolean): string {
  const hidden = withPrivate && row.private !== null ? `,"private":${row.private}` : '';
  return `${row.body.slice(0, -1)}${hidden},"seq":${row.seq},"recordedAt":"${row.recorded_at}"}`;
}

/** Whole events of these subjects, in order. */
export async function eventsOf(
  tx: Connection,
  kind: Database['kind'],
  subjects: readonly string[],
): Promise<AnyEvent[]> {
  if (subjects.length === 0) return [];
  const rows: EventRow[] = await selectEvents(tx)
    .whereRaw(amongJson(kind, 'event.subject_id'), [JSON.stringify(subjects)])
    .orderBy('event.seq');
  return rows.map((row) => JSON.parse(eventJson(row, true)) as AnyEvent);
}

/** The start of every query for whole events. */
export function selectEvents(connection: Connection) {
  return connection('event')
    .leftJoin('event_private', 'event_private.seq', 'event.seq')
    .select(
      'event.seq as seq',
      'event.body as body',
      'event_private.body as private',
      'event.recorded_at as recorded_at',
    );
}

/** What the log already holds that a push may meet. */
export interface KnownEvents {
  byId: Map<string, { seq: number; hash: string; recorded_at: string }>;
  /** Ids by the device's own count. */
  byCount: Map<number, string>;
  acts: Set<string>;
}

interface KnownRow {
  id: string;
  seq: number;
  hash: string;
  recorded_at: string;
  device: string;
  n: number;
  act: string;
}

/** Finds, in one question, what the log holds under these ids, these counts of the device, or these acts. */
export async function findKnown(
  tx: Connection,
  kind: Database['kind'],
  device: string,
  events: readonly AnyEvent[],
): Promise<KnownEvents> {
  const columns = 'SELECT id, seq, hash, recorded_at, device, n, act FROM event WHERE';
  const counts =
    kind === 'sqlite'
      ? 'n IN (SELECT value FROM json_each(?))'
      : 'n IN (SELECT CAST(json_array_elements_text(CAST(? AS json)) AS bigint))';
  const sql = [
    `${columns} ${amongJson(kind, 'id')}`,
    `${columns} device = ? AND ${counts}`,
    `${columns} ${amongJson(kind, 'act')}`,
  ].join(' UNION ');
  const json = (values: readonly unknown[]) => JSON.stringify([...new Set(values)]);
  const bindings = [
    json(events.map(({ id }) => id)),
    device,
    json(events.map(({ n }) => n)),
    json(events.map(({ act }) => act)),
  ];
  const answer: KnownRow[] | { rows: KnownRow[] } = await tx.raw(sql, bindings);
  const rows = Array.isArray(answer) ? answer : answer.rows;
  return {
    byId: new Map(rows.map((row) => [row.id, row])),
    byCount: new Map(rows.filter((row) => row.device === device).map((row) => [row.n, row.id])),
    acts: new Set(rows.map((row) => row.act)),
  };
}
