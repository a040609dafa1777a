import type { Connection } from './database.ts';
import { FIRST_TABLES } from './migrations/first-tables.ts';
import { INCIDENT_LINKS } from './migrations/incident-links.ts';
import { RECEIPTS } from './migrations/receipts.ts';
import { RIGHTS } from './migrations/rights.ts';
import { sealPrivateParts } from './migrations/seal-private-parts.ts';
import { TIME_GUESSES } from './migrations/time-guesses.ts';
import type { StoreSecrets } from './vault.ts';

/** One step: statements, or work that needs to look at what is there. */
interface Step {
  id: number;
  name: string;
  work: string | ((db: Connection, secrets: StoreSecrets) => Promise<void>);
}

/** Forward only: a step is never changed once released, later ones are added below. */
const STEPS: readonly Step[] = [
  { id: 1, name: 'first-tables', work: FIRST_TABLES },
  { id: 2, name: 'incident-links', work: INCIDENT_LINKS },
  { id: 3, name: 'seal-private-parts', work: sealPrivateParts },
  { id: 4, name: 'rights', work: RIGHTS },
  { id: 5, name: 'time-guesses', work: TIME_GUESSES },
  { id: 6, name: 'receipts', work: RECEIPTS },
];

/**
 * Brings the store to this build's shape, each step in a transaction of its own.
 * @throws Error when the store was written by a newer build.
 */
export async function migrate(db: Connection, nowIso: () => string, secrets: StoreSecrets): Promise<void> {
  await db.exec('CREATE TABLE IF NOT EXISTS migration (id INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL)');
  const done = await db.all<{ id: number }>('SELECT id FROM migration ORDER BY id');
  const newest = STEPS.at(-1)?.id ?? 0;
  if ((done.at(-1)?.id ?? 0) > newest) throw new Error('this store was written by a newer version of the console');
  for (const step of STEPS) {
    if (done.some((one) => one.id === step.id)) continue;
    await db.exec('BEGIN IMMEDIATE');
    try {
      await (typeof step.work === 'string' ? db.exec(step.work) : step.work(db, secrets));
      await db.run('INSERT INTO migration (id, name, at) VALUES (?, ?, ?)', [step.id, step.name, nowIso()]);
      await db.exec('COMMIT');
    } catch (error) {
      await db.exec('ROLLBACK');
      throw error;
    }
  }
}
