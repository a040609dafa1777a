import type { Database, SqlValue } from './database.ts';

const CHUNK = 500;

/** Writes rows that all have the same columns (`id` among them): new ones, or in place of those with the same id. */
export async function upsertRows(
  db: Database,
  table: string,
  rows: readonly Record<string, SqlValue>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const values = columns.map((_, index) => `value ->> ${index}`).join(', ');
  const set = columns.filter((column) => column !== 'id').map((column) => `${column} = excluded.${column}`);
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values} FROM json_each(?) WHERE true
    ON CONFLICT (id) DO UPDATE SET ${set.join(', ')}`;
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK).map((row) => columns.map((column) => row[column] ?? null));
    await db.run(sql, [JSON.stringify(chunk)]);
  }
}
