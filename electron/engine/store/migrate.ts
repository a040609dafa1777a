import type { Connection } from './database.ts';
import { ALARMS } from './migrations/alarms.ts';
import { FIRST_TABLES } from './migrations/first-tables.ts';
import { INCIDENT_LINKS } from './migrations/incident-links.ts';
import { PACKED_PARTS } from './migrations/packed-parts.ts';
import { RECEIPTS } from './migrations/receipts.ts';
import { RIGHTS } from './migrations/rights.ts';
import { RULES } from './migrations/rules.ts';
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
  { id: 10, name: 'alarms', work: ALARMS },
  { id: 11, name: 'rules', work: RULES },
  { id: 12, name: 'packed-parts', work: PACKED_PARTS },
];

const BOOK = 'CREATE TABLE IF NOT EXISTS migration (id INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL)';

/** The last step a store has seen; 0 for one that was just made. */
async function lastStep(db: Connection): Promise<number> {
  await db.exec(BOOK);
  return (await db.get<{ id: number | null }>('SELECT MAX(id) AS id FROM migration'))?.id ?? 0;
}

/** Whether a store that another version made is to be brought forward. @throws Error when that version was newer */
export async function isBehind(db: Connection): Promise<boolean> {
  const last = await lastStep(db);
  const newest = STEPS.at(-1)?.id ?? 0;
  if (last > newest) throw new Error('this store was written by a newer version of the console');
  return last > 0 && last < newest;
}

/**
 * S-39: brings the store to this build's shape in one transaction: killed at any statement it is as it was.
 * @param upTo the last step to take; all of them when left out
 * @throws Error when the store was written by a newer build.
 */
export async function migrate(
  db: Connection,
  nowIso: () => string,
  secrets: StoreSecrets,
  upTo = Number.POSITIVE_INFINITY,
): Promise<void> {
  await isBehind(db);
  const done = await db.all<{ id: number }>('SELECT id FROM migration');
  const steps = STEPS.filter(({ id }) => id <= upTo && !done.some((one) => one.id === id));
  if (steps.length === 0) return;
  await db.exec('BEGIN IMMEDIATE');
  try {
    for (const { id, name, work } of steps) {
      if (typeof work !== 'string') await work(db, secrets);
      else for (const statement of work.split(';').filter((one) => one.trim() !== '')) await db.exec(statement);
      await db.run('INSERT INTO migration (id, name, at) VALUES (?, ?, ?)', [id, name, nowIso()]);
    }
    await db.exec('COMMIT');
  } catch (error) {
    await db.exec('ROLLBACK');
    throw error;
  }
}
