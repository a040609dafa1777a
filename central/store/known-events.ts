import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { amongJson } from './bulk-insert.ts';
import type { Connection, Database } from './database.ts';
import { rawRows } from './raw-rows.ts';

/** An event the log holds: its place, and the hash of what its author wrote. */
export interface KnownEvent {
  seq: number;
  hash: string;
  recordedAt: string;
  /** JSON of the places it had before central was restored. */
  was: string | null;
}

/** What the log already holds that a push may meet; a session adds what it accepts. */
export interface KnownEvents {
  byId: Map<string, KnownEvent>;
  acts: Set<string>;
  /** The id of the event that holds a device's count. */
  idAt(device: string, n: number): string | undefined;
  add(event: AnyEvent & { seq: number; recordedAt: string }, hash: string): void;
}

interface KnownRow {
  id: string | null;
  seq: number;
  hash: string;
  recorded_at: string;
  device: string;
  n: number;
  act: string;
  was: string | null;
}

/** Knows nothing yet. */
export function emptyKnown(): KnownEvents & { take(rows: readonly KnownRow[]): void } {
  const byId = new Map<string, KnownEvent>();
  const byCount = new Map<string, string>();
  const acts = new Set<string>();
  const put = (id: string, device: string, n: number, act: string, held: KnownEvent) => {
    byId.set(id, held);
    if (!byCount.has(`${n} ${device}`)) byCount.set(`${n} ${device}`, id);
    acts.add(act);
  };
  return {
    byId,
    acts,
    idAt: (device, n) => byCount.get(`${n} ${device}`),
    add: ({ id, device, n, act, seq, recordedAt, was }, hash) =>
      put(id, device, n, act, { seq, hash, recordedAt, was: was === undefined ? null : JSON.stringify(was) }),
    take(rows) {
      for (const { id, device, n, act, seq, hash, recorded_at, was } of rows) {
        if (id === null) acts.add(act);
        else put(id, device, n, act, { seq, hash, recordedAt: recorded_at, was });
      }
    },
  };
}

const COLUMNS = 'event.id, event.seq, event.hash, event.recorded_at, event.device, event.n, event.act, event.was';
const BY_COUNT = {
  sqlite: `SELECT ${COLUMNS} FROM json_each(?) AS pair CROSS JOIN event
    ON event.device = pair.value ->> 0 AND event.n = pair.value ->> 1`,
  postgres: `SELECT ${COLUMNS} FROM json_array_elements(CAST(? AS json)) AS pair JOIN event
    ON event.device = pair ->> 0 AND event.n = CAST(pair ->> 1 AS bigint)`,
};

/** Finds, in one question, what the log holds under these events' ids, their devices' counts, or their acts. */
export function findKnown(tx: Connection, kind: Database['kind'], events: readonly AnyEvent[]): Promise<KnownRow[]> {
  const sql = [
    `SELECT ${COLUMNS} FROM event WHERE ${amongJson(kind, 'event.id')}`,
    BY_COUNT[kind],
    `SELECT NULL, NULL, NULL, NULL, NULL, NULL, event.act, NULL FROM event WHERE ${amongJson(kind, 'event.act')}`,
  ].join(' UNION ');
  return rawRows(tx, sql, [
    JSON.stringify(events.map(({ id }) => id)),
    JSON.stringify(events.map(({ device, n }) => [device, n])),
    JSON.stringify([...new Set(events.map(({ act }) => act))]),
  ]);
}
