import type { Database } from './database.ts';
import { unpackNext } from './packed-parts.ts';
import type { WriterQueue } from './writer-queue.ts';

/**
 * Keeps anybody from reading or writing a log of which a part still lies packed: whoever asks for events or keys waits
 * until all of it is where it belongs; a transaction that does so unpacks it itself. All else goes on meanwhile.
 */
export interface WholeLog {
  /** The same queue, its transactions so kept. */
  readonly queue: WriterQueue;
  /** The same reader likewise. */
  readonly reader: Database;
  /** Whether parts lie packed. */
  isPacked(): boolean;
  /** A first fill was committed with its histories packed. */
  packed(): void;
  /** Unpacks one more part. @returns whether there are others */
  step(): Promise<boolean>;
}

/** Statements about the log. What counts only events that are not accepted says so (the index needs it): those lie in no part. */
const OF_LOG = /\b(event|subject_key)\b/;
const NOT_ACCEPTED = /\bstate <> 0\b/;

/** Puts itself between a store and those who use it. @param atStart whether the last run left parts packed */
export function keepLogWhole(queue: WriterQueue, reader: Database, atStart: boolean): WholeLog {
  let some = atStart;
  const ofLog = new Map<string, boolean>();
  const touches = (sql: string): boolean => {
    let known = ofLog.get(sql);
    if (known === undefined) {
      known = OF_LOG.test(sql) && !NOT_ACCEPTED.test(sql);
      ofLog.set(sql, known);
    }
    return known;
  };
  const step = () =>
    queue.write(unpackNext, (more) => {
      if (!more) some = false;
    });
  let unpacking: Promise<void> | null = null;
  const whole = (): Promise<void> => {
    unpacking ??= (async () => {
      while (some) await step();
    })().finally(() => {
      unpacking = null;
    });
    return unpacking;
  };

  return {
    queue: {
      ...queue,
      write<T>(work: (db: Database) => Promise<T>, committed?: (result: T) => void): Promise<T> {
        let unpacked: Promise<void> | null = null;
        return queue.write(
          async (db) => {
            if (!some) return work(db);
            return work(
              before(db, touches, async () => {
                unpacked ??= unpackAll(db);
                await unpacked;
              }),
            );
          },
          (result) => {
            if (unpacked !== null) some = false;
            committed?.(result);
          },
        );
      },
    },
    reader: before(reader, (sql) => some && touches(sql), whole),
    isPacked: () => some,
    packed() {
      some = true;
    },
    step: async () => some && step(),
  };
}

async function unpackAll(db: Database): Promise<void> {
  while (await unpackNext(db));
}

/** The database with `first` done before each statement that `wants` it. */
function before(db: Database, wants: (sql: string) => boolean, first: () => Promise<void>): Database {
  return {
    vault: db.vault,
    exec: (sql) => db.exec(sql),
    close: () => db.close(),
    async run(sql, params) {
      if (wants(sql)) await first();
      return db.run(sql, params);
    },
    async all<T>(sql: string, params?: Parameters<Database['all']>[1]) {
      if (wants(sql)) await first();
      return db.all<T>(sql, params);
    },
    async get<T>(sql: string, params?: Parameters<Database['get']>[1]) {
      if (wants(sql)) await first();
      return db.get<T>(sql, params);
    },
  };
}
