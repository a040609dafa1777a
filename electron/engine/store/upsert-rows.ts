import type { Database, SqlValue } from './database.ts';
import { insertRows } from './insert-rows.ts';

/** Writes rows that all have the same columns (`id` among them): new ones, or in place of those with the same id. */
export async function upsertRows(
  db: Database,
  table: string,
  rows: readonly Record<string, SqlValue>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const set = columns.filter((column) => column !== 'id').map((column) => `${column} = excluded.${column}`);
  await insertRows(
    db,
    `INSERT INTO ${table} (${columns.join(', ')})`,
    rows.map((row) => columns.map((column) => row[column] ?? null)),
    `ON CONFLICT (id) DO UPDATE SET ${set.join(', ')}`,
  );
}
