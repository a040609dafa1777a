import type { Database } from './database.ts';
import { FIRST_TABLES } from './migrations/first-tables.ts';
import { INCIDENT_LINKS } from './migrations/incident-links.ts';
import { RECEIPTS } from './migrations/receipts.ts';
import { TIME_GUESSES } from './migrations/time-guesses.ts';

/** Forward only: a step is never changed once released, later ones are added below. */
const STEPS: readonly { id: number; name: string; sql: string }[] = [
  { id: 1, name: 'first-tables', sql: FIRST_TABLES },
  { id: 2, name: 'incident-links', sql: INCIDENT_LINKS },
  { id: 5, name: 'time-guesses', sql: TIME_GUESSES },
  { id: 6, name: 'receipts', sql: RECEIPTS },
];

/**
 * Brings the store to this build's shape, each step in a transaction of its own.
 * @throws Error when the store was written by a newer build.
 */
export async function migrate(db: Database, nowIso: () => string): Promise<void> {
  await db.exec('CREATE TABLE IF NOT EXISTS migration (id INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL)');
  const done = await db.all<{ id: number }>('SELECT id FROM migration ORDER BY id');
  const newest = STEPS.at(-1)?.id ?? 0;
  if ((done.at(-1)?.id ?? 0) > newest) throw new Error('this store was written by a newer version of the console');
  for (const step of STEPS) {
    if (done.some((one) => one.id === step.id)) continue;
    await db.exec('BEGIN IMMEDIATE');
    try {
      await db.exec(step.sql);
      await db.run('INSERT INTO migration (id, name, at) VALUES (?, ?, ?)', [step.id, step.name, nowIso()]);
      await db.exec('COMMIT');
    } catch (error) {
      await db.exec('ROLLBACK');
      throw error;
    }
  }
}
