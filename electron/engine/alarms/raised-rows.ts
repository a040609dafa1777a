import type { Database } from '#engine/store/database.ts';
import type { Ledger } from '#engine/store/ledger.ts';
import { writeMeta } from '#engine/store/meta.ts';
import type { RaisedAlarm } from '#shared/clocks/alarms/alarm-report.ts';

/** When this console first raised an alarm, ms since 1970. */
export interface Raised {
  at: number;
  /** It was reached while this console did not look. */
  late: boolean;
}

/** Alarms are remembered so long; one that stands longer under one identity counts anew. */
const KEPT_MS = 31 * 86_400_000;

/** What this console raised of these identities. */
export async function raisedBefore(db: Database, ids: readonly string[]): Promise<Map<string, Raised>> {
  if (ids.length === 0) return new Map();
  const rows = await db.all<{ id: string; at: number; late: number }>(
    'SELECT id, at, late FROM alarm_raised WHERE id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(ids)],
  );
  return new Map(rows.map(({ id, at, late }) => [id, { at, late: late === 1 }]));
}

/** All that was raised after `since` (ms since 1970), the oldest first. The key of a promise is the head of its identity. */
export async function raisedSince(db: Database, since: number): Promise<RaisedAlarm[]> {
  const rows = await db.all<{ id: string; at: number }>('SELECT id, at FROM alarm_raised WHERE at > ? ORDER BY at', [
    since,
  ]);
  return rows.map(({ id, at }) => ({ key: id.slice(0, id.indexOf(':')), at }));
}

/** Keeps what was raised, once for each identity, and lets go of what is long past. */
export async function keepRaised(
  ledger: Ledger,
  raised: readonly (Raised & { id: string })[],
  now: number,
): Promise<void> {
  await ledger.write(async (db) => {
    await db.run(
      `INSERT INTO alarm_raised (id, at, late)
       SELECT value ->> '$.id', value ->> '$.at', value ->> '$.late' FROM json_each(?) WHERE true
       ON CONFLICT (id) DO NOTHING`,
      [JSON.stringify(raised.map(({ id, at, late }) => ({ id, at, late: late ? 1 : 0 })))],
    );
    await db.run('DELETE FROM alarm_raised WHERE at < ?', [now - KEPT_MS]);
    return { result: undefined, subjects: [] };
  });
}

/** Keeps up to when this console looked, ms since 1970. */
export async function keepSeen(ledger: Ledger, alarmsSeenMs: number): Promise<void> {
  await ledger.write(async (db) => ({ result: await writeMeta(db, { alarmsSeenMs }), subjects: [] }));
}
