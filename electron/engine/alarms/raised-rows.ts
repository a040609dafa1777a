import type { Database } from '#engine/store/database.ts';
import type { Ledger } from '#engine/store/ledger.ts';

/** When this console first raised an alarm, ms since 1970. */
export interface Raised {
  at: number;
  /** It was raised later than it was reached. */
  late: boolean;
}

/** No alarm stands as long as this under one identity: a breach is told again each day. */
const KEPT_MS = 31 * 86_400_000;

/** All that this console raised of late, by identity. */
export async function loadRaised(db: Database): Promise<Map<string, Raised>> {
  const rows = await db.all<{ id: string; at: number; late: number }>('SELECT id, at, late FROM alarm_raised');
  return new Map(rows.map(({ id, at, late }) => [id, { at, late: late === 1 }]));
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
