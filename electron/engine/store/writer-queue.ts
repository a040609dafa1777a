import type { Database } from './database.ts';

/** One writer at a time: whole transactions, in the order they were asked for. */
export interface WriterQueue {
  /**
   * Runs `work` in one immediate transaction, durable before it resolves; a throw rolls everything back.
   * `committed` runs right after the commit and before any later work, so what it tells keeps the order of commits.
   */
  write<T>(work: (db: Database) => Promise<T>, committed?: (result: T) => void): Promise<T>;
  /** Runs `work` between two writes, so that nothing changes meanwhile. */
  between<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when all that was asked for is done; later work is refused. */
  close(): Promise<void>;
}

/** Makes the queue of one connection. */
export function createWriterQueue(db: Database): WriterQueue {
  let tail: Promise<unknown> = Promise.resolve();
  let closed = false;
  function enqueue<T>(work: () => Promise<T>): Promise<T> {
    if (closed) return Promise.reject(new Error('the store is closed'));
    const mine = tail.then(work, work);
    tail = mine.catch(() => {});
    return mine;
  }
  return {
    write: (work, committed) =>
      enqueue(async () => {
        await db.run('BEGIN IMMEDIATE');
        const result = await inTransaction(db, work);
        committed?.(result);
        return result;
      }),
    between: (work) => enqueue(work),
    async close() {
      const last = tail;
      closed = true;
      await last;
    },
  };
}

async function inTransaction<T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> {
  try {
    const result = await work(db);
    await db.run('COMMIT');
    return result;
  } catch (error) {
    await db.run('ROLLBACK').catch(() => {});
    throw error;
  }
}
