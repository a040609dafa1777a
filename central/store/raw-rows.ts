import type { Connection } from './database.ts';

/** Runs one statement as it is written and gives its rows; for the paths where building a query costs more than it. */
export async function rawRows<T>(connection: Connection, sql: string, bindings: readonly unknown[]): Promise<T[]> {
  const answer: unknown = await connection.raw(sql, bindings as never);
  return (Array.isArray(answer) ? answer : (answer as { rows: T[] }).rows) as T[];
}
