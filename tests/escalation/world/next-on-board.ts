import { standingAlarms } from '#engine/alarms/standing-alarms.ts';
import type { Database } from '#engine/store/database.ts';
import type { Ledger } from '#engine/store/ledger.ts';

/** All that a console would find if it looked at every open case now. @param now its own time, ms since 1970 */
export async function wholeLook(db: Database, rules: ReturnType<Ledger['rules']>, now: number) {
  const rows = await db.all<{ id: string }>('SELECT id FROM case_row WHERE open = 1 ORDER BY id');
  return standingAlarms(
    db,
    rows.map(({ id }) => id),
    rules,
    now,
  );
}

/** The next moment at which a case of this console reaches a threshold; null for none. */
export async function nextOnBoard(
  db: Database,
  rules: ReturnType<Ledger['rules']>,
  now: number,
): Promise<number | null> {
  const times = (await wholeLook(db, rules, now)).flatMap(({ next }) => next ?? []);
  return times.length === 0 ? null : Math.min(...times);
}
