import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { atOnce } from './at-once.ts';
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
  const hidden = rows.flatMap((row) => (row.hidden === null ? [] : [row.hidden]));
  const main = rows.map((row) => row.main);
  await atOnce(kind, [
    () => bulkInsert(tx, kind, 'event', EVENT_COLUMNS, main),
    () => bulkInsert(tx, kind, 'event_private', PRIVATE_COLUMNS, hidden),
  ]);
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
