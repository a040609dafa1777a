import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { atOnce } from './at-once.ts';
import { amongJson, bulkInsert, type Column } from './bulk-insert.ts';
import type { Connection, Database } from './database.ts';
import { rawRows } from './raw-rows.ts';
import type { Receipts } from './receipt.ts';

/** An event as it lies in the log: its public body as JSON without seq, its private part sealed and apart. */
export interface EventRow {
  seq: number;
  body: string;
  /** The sealed private part and its key; both null when there is none. */
  key_id: string | null;
  box: string | null;
  recorded_at: string;
  hash: string;
  /** JSON of the places it had before central was restored. */
  was: string | null;
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
  { name: 'was', type: 'text' },
];
const SEALED_COLUMNS: readonly Column[] = [
  { name: 'seq', type: 'bigint' },
  { name: 'key_id', type: 'text' },
  { name: 'box', type: 'text' },
];

/** An accepted event, its private part sealed, and the hash of what its author wrote. */
export interface LogEntry {
  event: AnyEvent & { seq: number; recordedAt: string };
  hash: string;
  /** Another event came under the device's count before this came back: it is kept beside that. */
  beside: boolean;
}

/** Appends accepted events to the log. */
export async function insertEvents(
  tx: Connection,
  kind: Database['kind'],
  entries: readonly LogEntry[],
): Promise<void> {
  const rows = entries.map(({ event, hash, beside }) => {
    const { seq, recordedAt, was, receipt: _receipt, private: _clear, sealed, ...body } = event;
    const subject = [event.subject.kind, event.subject.id];
    return {
      main: [
        seq,
        event.id,
        event.device,
        beside ? -seq : event.n,
        event.act,
        event.type,
        ...subject,
        JSON.stringify(body),
        hash,
        recordedAt,
        was === undefined ? null : JSON.stringify(was),
      ],
      hidden: sealed === undefined ? null : [seq, sealed.key, sealed.box],
    };
  });
  const hidden = rows.flatMap((row) => (row.hidden === null ? [] : [row.hidden]));
  const main = rows.map((row) => row.main);
  await atOnce(kind, [
    () => bulkInsert(tx, kind, 'event', EVENT_COLUMNS, main),
    () => bulkInsert(tx, kind, 'event_sealed', SEALED_COLUMNS, hidden),
  ]);
}

/**
 * The event as JSON text, put together without parsing it.
 * @param hidden its private part as a member of that text, as the asker may have it: see `sealedMember`
 * @param receipts given with it; null for a console that knows neither receipts nor what came back to a restored central
 */
export function eventJson(row: EventRow, hidden: string, receipts?: Receipts | null): string {
  const place = `,"seq":${row.seq},"recordedAt":"${row.recorded_at}"`;
  const { seq, hash, recorded_at: recordedAt, was } = row;
  const mark = receipts ? `,"receipt":"${receipts.give({ hash, seq, recordedAt, was })}"` : '';
  const before = receipts === null || was === null ? '' : `,"was":${was}`;
  return `${row.body.slice(0, -1)}${hidden}${place}${mark}${before}}`;
}

/** The sealed private part as a member of the event's JSON text; empty when there is none. */
export function sealedMember({ key_id, box }: EventRow): string {
  return key_id === null ? '' : `,"sealed":{"key":"${key_id}","box":"${box}"}`;
}

/** A row as an event, its private part sealed. */
export function toEvent(row: EventRow): AnyEvent {
  return JSON.parse(eventJson(row, sealedMember(row))) as AnyEvent;
}

/** Whole events of these subjects, in order, their private parts sealed. */
export async function eventsOf(
  tx: Connection,
  kind: Database['kind'],
  subjects: readonly string[],
): Promise<AnyEvent[]> {
  if (subjects.length === 0) return [];
  const among = amongJson(kind, 'event.subject_id');
  const rows = await rawRows<EventRow>(
    tx,
    `SELECT event.seq, event.body, event_sealed.key_id, event_sealed.box, event.recorded_at, event.hash, event.was
     FROM event LEFT JOIN event_sealed ON event_sealed.seq = event.seq WHERE ${among} ORDER BY event.seq`,
    [JSON.stringify(subjects)],
  );
  return rows.map(toEvent);
}

/** The start of every query for whole events. */
export function selectEvents(connection: Connection) {
  return connection('event')
    .leftJoin('event_sealed', 'event_sealed.seq', 'event.seq')
    .select(
      'event.seq as seq',
      'event.body as body',
      'event_sealed.key_id as key_id',
      'event_sealed.box as box',
      'event.recorded_at as recorded_at',
      'event.hash as hash',
      'event.was as was',
    );
}
