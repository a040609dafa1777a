import type { Database } from './database.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import type { Vault } from './vault.ts';

const SEQ_TYPE = { sqlite: 'INTEGER PRIMARY KEY', postgres: 'BIGINT PRIMARY KEY' };
/** Any number, the same in every central: the key of PostgreSQL's advisory lock while the schema changes. */
const LOCK = 7_420_001;

/** How a test looks on, or stops it half way; the product leaves all of it out. */
export interface MigrateOptions {
  steps?: readonly Migration[];
  /** Told each statement before it runs. */
  before?(statement: string): void;
}

const BOOK = 'CREATE TABLE IF NOT EXISTS migration (id INTEGER PRIMARY KEY, name TEXT NOT NULL)';

/**
 * Brings the schema forward in one transaction, each step once, under a lock, so that several centrals may start
 * together and one that is killed half way leaves the schema it found.
 * @throws Error when the database was made by a newer version.
 */
export async function migrate(
  database: Database,
  vault: Vault,
  { steps = MIGRATIONS, before }: MigrateOptions = {},
): Promise<void> {
  // On SQLite the book comes first and by itself, so that the transaction begins with writing: a read that turned into
  // writing after another process had written would fail instead of waiting.
  if (database.kind === 'sqlite') await database.writer.raw(BOOK);
  await database.writer.transaction(async (tx) => {
    if (database.kind === 'sqlite') await tx.raw('DELETE FROM migration WHERE id < 0');
    else {
      await tx.raw('SELECT pg_advisory_xact_lock(?)', [LOCK]);
      await tx.raw(BOOK);
    }
    const done: { id: number }[] = await tx('migration').select('id');
    const newest = steps.at(-1)?.id ?? 0;
    const last = Math.max(0, ...done.map((row) => row.id));
    if (last > newest)
      throw new Error(`the database is at step ${last}, this central knows ${newest}: install the newer central`);
    for (const step of steps.filter(({ id }) => !done.some((one) => one.id === id))) {
      for (const statement of step.statements) {
        before?.(statement);
        await tx.raw(statement.replaceAll('{{seq}}', SEQ_TYPE[database.kind]));
      }
      before?.(`step ${step.id}`);
      await step.work?.(tx, database.kind, vault);
      await tx('migration').insert({ id: step.id, name: step.name });
    }
  });
}
