import type { Connection, Database } from './database.ts';

/** A column and its type as PostgreSQL names it; SQLite keeps what JSON carries. */
export interface Column {
  name: string;
  type: 'text' | 'bigint' | 'integer';
}

const CHUNK = 1_000;

/**
 * Inserts many rows with one parameter a chunk: a JSON text that the database takes apart itself, the fastest way
 * seen on both. With `replaceOn`, a row of the same key takes the new values.
 * @param rows one array per row, in the order of `columns`.
 */
export async function bulkInsert(
  tx: Connection,
  kind: Database['kind'],
  table: string,
  columns: readonly Column[],
  rows: readonly (readonly (string | number | null)[])[],
  replaceOn?: string,
): Promise<void> {
  const names = columns.map(({ name }) => name);
  const update = names.filter((name) => name !== replaceOn).map((name) => `${name} = excluded.${name}`);
  const clash = replaceOn === undefined ? '' : ` ON CONFLICT (${replaceOn}) DO UPDATE SET ${update.join(', ')}`;
  const source =
    kind === 'sqlite'
      ? `SELECT ${names.map((_, index) => `json_extract(value, '$[${index}]')`).join(', ')} FROM json_each(?) WHERE true`
      : `SELECT ${columns.map(({ type }, index) => `(row ->> ${index})::${type}`).join(', ')} FROM json_array_elements(CAST(? AS json)) AS row WHERE true`;
  const sql = `INSERT INTO ${table} (${names.join(', ')}) ${source}${clash}`;
  for (let start = 0; start < rows.length; start += CHUNK) {
    await tx.raw(sql, [JSON.stringify(rows.slice(start, start + CHUNK))]);
  }
}

/** SQL that is true where `column` is among the values of one JSON text parameter. */
export function amongJson(kind: Database['kind'], column: string): string {
  return kind === 'sqlite'
    ? `${column} IN (SELECT value FROM json_each(?))`
    : `${column} IN (SELECT json_array_elements_text(CAST(? AS json)))`;
}
