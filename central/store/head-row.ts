import type { Connection } from './database.ts';

/** How far this central has come: read and written inside the writing transaction only. */
export interface Head {
  seq: number;
  /** Central's own count as an author. */
  n: number;
  hlc: string | null;
  /** Year and last number given in it. */
  number_year: number;
  number_last: number;
  /** Last console prefix given. */
  prefix_last: number;
}

/** Takes the head row, which keeps every other writer out until the transaction ends, on both databases. */
export async function takeHead(tx: Connection): Promise<Head> {
  const rows: Head[] = await tx('central_head')
    .where({ id: 1 })
    .update({ seq: tx.ref('seq') })
    .returning(['seq', 'n', 'hlc', 'number_year', 'number_last', 'prefix_last']);
  const head = rows[0];
  if (head === undefined) throw new Error('the database has no head row');
  return { ...head };
}

/** Writes the head back. */
export async function putHead(tx: Connection, head: Head): Promise<void> {
  await tx('central_head')
    .where({ id: 1 })
    .update({ ...head });
}

/** The highest committed seq. */
export async function readHeadSeq(reader: Connection): Promise<number> {
  const row: { seq: number } | undefined = await reader('central_head').select('seq').where({ id: 1 }).first();
  return row?.seq ?? 0;
}
