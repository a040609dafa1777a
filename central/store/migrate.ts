import type { Database } from './database.ts';
import { MIGRATIONS } from './migrations.ts';
import type { Vault } from './vault.ts';

const SEQ_TYPE = { sqlite: 'INTEGER PRIMARY KEY', postgres: 'BIGINT PRIMARY KEY' };
/** Any number, the same in every central: the key of PostgreSQL's advisory lock while the schema changes. */
const LOCK = 7_420_001;

/**
 * Brings the schema forward, each step once, under a lock, so that several centrals may start together.
 * @throws Error when the database was made by a newer version.
 */
export async function migrate(database: Database, vault: Vault): Promise<void> {
  await database.writer.transaction(async (tx) => {
    if (database.kind === 'postgres') await tx.raw('SELECT pg_advisory_xact_lock(?)', [LOCK]);
    await tx.raw('CREATE TABLE IF NOT EXISTS migration (id INTEGER PRIMARY KEY, name TEXT NOT NULL)');
    const done: { id: number }[] = await tx('migration').select('id');
    const newest = MIGRATIONS.at(-1)?.id ?? 0;
    const last = Math.max(0, ...done.map((row) => row.id));
    if (last > newest)
      throw new Error(`the database is at step ${last}, this central knows ${newest}: install the newer central`);
    for (const step of MIGRATIONS.filter(({ id }) => !done.some((one) => one.id === id))) {
      for (const statement of step.statements) await tx.raw(statement.replaceAll('{{seq}}', SEQ_TYPE[database.kind]));
      await step.work?.(tx, database.kind, vault);
      await tx('migration').insert({ id: step.id, name: step.name });
    }
  });
}
