import type { Database, SqlValue } from './database.ts';

/** Rows a statement takes: few sizes, each prepared once and kept. Values bound one by one cost half of a list as JSON. */
const SIZES = [64, 16, 4, 2, 1];

/**
 * Writes rows with as few statements as there are sizes for.
 * @param into `INSERT INTO … (…)` @param rows each with a value for every column named there, in that order
 * @param clash what follows the values, such as `ON CONFLICT …`; nothing when left out
 */
export async function insertRows(
  db: Database,
  into: string,
  rows: readonly (readonly SqlValue[])[],
  clash = '',
): Promise<void> {
  const one = `(${(rows[0] ?? []).map(() => '?').join(', ')})`;
  for (let from = 0; from < rows.length; ) {
    const size = SIZES.find((most) => most <= rows.length - from) ?? 1;
    const places = Array.from({ length: size }, () => one).join(', ');
    await db.run(`${into} VALUES ${places} ${clash}`, rows.slice(from, from + size).flat());
    from += size;
  }
}
