import { type EngineLog, reasonOf } from '#engine/log.ts';
import type { Ledger } from './ledger.ts';
import { forgetMeta, readMeta, writeMeta } from './meta.ts';

/** Cases drawn in one transaction: between two of them the desk gets its turn. */
const STEP = 100;

/**
 * Draws every case anew by the rules as they are now, open ones and closed ones, in steps; goes on where it was after a
 * restart, and begins again where rules change meanwhile.
 * @returns a function that ends it; its promise resolves when nothing runs any more
 */
export function startRedrawing(ledger: Ledger, log: EngineLog): () => Promise<void> {
  let stopped = false;
  let again = false;
  let running: Promise<void> | null = null;

  const step = (): Promise<boolean> =>
    ledger.write(async (db) => {
      const after = await readMeta(db, 'redrawAfter');
      if (after === undefined) return { result: false, subjects: [] };
      const rows = await db.all<{ id: string }>('SELECT id FROM case_row WHERE id > ? ORDER BY id LIMIT ?', [
        after,
        STEP,
      ]);
      const last = rows.at(-1);
      if (last === undefined) await forgetMeta(db, ['redrawAfter']);
      else await writeMeta(db, { redrawAfter: last.id });
      return { result: last !== undefined, subjects: rows.map((row) => row.id) };
    });
  const run = async () => {
    do {
      again = false;
      while (!stopped && (await step())) await new Promise((resolve) => setImmediate(resolve));
    } while (again && !stopped);
    running = null;
  };
  const wake = () => {
    again = true;
    if (stopped || running !== null) return;
    running = run().catch((error: unknown) => {
      running = null;
      if (!stopped) log.error('cases could not be drawn by the new rules', { reason: reasonOf(error) });
    });
  };
  const forget = ledger.subscribe((change) => {
    if (change.rules) wake();
  });
  wake();
  return async () => {
    stopped = true;
    forget();
    await running;
  };
}
