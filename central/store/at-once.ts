import type { Database } from './database.ts';

/**
 * Statements of one transaction that do not wait for one another. SQLite is asked all at once, which spares the way to
 * its thread and back; a PostgreSQL connection takes one at a time. Ends only when all have ended, so that none runs on
 * outside a transaction that another's failure brought down.
 * @throws the first failure
 */
export async function atOnce(kind: Database['kind'], works: readonly (() => Promise<unknown>)[]): Promise<void> {
  if (kind === 'postgres') {
    for (const work of works) await work();
    return;
  }
  const ends = await Promise.allSettled(works.map((work) => work()));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
