import type { Connection } from './database.ts';
import { rawRows } from './raw-rows.ts';

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
  /** Every seq up to here is of the backup, or of a time that was lost; 0 where nothing was ever brought back. */
  epoch_base: number;
}

/** Takes the head row, which keeps every other writer out until the transaction ends, on both databases. */
export async function takeHead(tx: Connection): Promise<Head> {
  const [head] = await rawRows<Head>(
    tx,
    'UPDATE central_head SET seq = seq WHERE id = 1 RETURNING seq, n, hlc, number_year, number_last, prefix_last, epoch_base',
    [],
  );
  if (head === undefined) throw new Error('the database has no head row');
  return { ...head };
}

/** Writes the head back. */
export async function putHead(tx: Connection, head: Head): Promise<void> {
  await tx.raw(
    'UPDATE central_head SET seq = ?, n = ?, hlc = ?, number_year = ?, number_last = ?, prefix_last = ? WHERE id = 1',
    [head.seq, head.n, head.hlc, head.number_year, head.number_last, head.prefix_last] as never,
  );
}

/** The highest committed seq. */
export async function readHeadSeq(reader: Connection): Promise<number> {
  const [row] = await rawRows<Pick<Head, 'seq'>>(reader, 'SELECT seq FROM central_head WHERE id = 1', []);
  return row?.seq ?? 0;
}
