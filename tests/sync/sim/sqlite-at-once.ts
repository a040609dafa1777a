import { createRequire } from 'node:module';
import Sqlite from 'better-sqlite3';
import knex, { type Knex } from 'knex';
import type { Database as CentralDatabase } from '#central/store/database.ts';
import type { Connection as ConsoleConnection, SqlValue } from '#engine/store/database.ts';

/** One connection that answers in the caller's own turn, with its prepared statements kept. */
interface AtOnce {
  all(sql: string, params: readonly unknown[] | undefined): Record<string, SqlValue>[];
  run(sql: string, params: readonly unknown[] | undefined): { changes: number; lastInsertRowid: number | bigint };
  exec(sql: string): void;
  close(): void;
}

/** Whether this driver could be built on this machine. */
export function canAnswerAtOnce(): boolean {
  try {
    new Sqlite(':memory:').close();
    return true;
  } catch {
    return false;
  }
}

function openAtOnce(file: string): AtOnce {
  const handle = new Sqlite(file, { timeout: 0 });
  // There is no disk beneath.
  handle.pragma('synchronous = OFF');
  const prepared = new Map<string, Sqlite.Statement>();
  const statement = (sql: string): Sqlite.Statement => {
    const known = prepared.get(sql);
    if (known) return known;
    const made = handle.prepare(sql);
    prepared.set(sql, made);
    return made;
  };
  return {
    all(sql, params) {
      const ready = statement(sql);
      if (ready.reader) return ready.all(bound(params)) as Record<string, SqlValue>[];
      ready.run(bound(params));
      return [];
    },
    run(sql, params) {
      const ready = statement(sql);
      if (!ready.reader) return ready.run(bound(params));
      ready.all(bound(params));
      return { changes: 0, lastInsertRowid: 0 };
    },
    exec(sql) {
      // Nor is anything gained by pages as long as the product's, of which every commit copies those it touched, nor by overwriting what was deleted.
      handle.exec(
        sql
          .replace(/PRAGMA synchronous = \w+;?/i, '')
          .replace(/page_size = \d+/, 'page_size = 4096')
          .replace('secure_delete = ON', 'secure_delete = OFF'),
      );
      // Whoever waited for a lock here would wait for himself.
      if (sql.includes('busy_timeout')) handle.pragma('busy_timeout = 0');
    },
    close: () => void handle.close(),
  };
}

/** As the product's driver binds them: whole numbers as integers, truth as 0 or 1. */
function bound(params: readonly unknown[] | undefined): unknown[] {
  return (params ?? []).map((value) => {
    if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
    if (typeof value === 'boolean') return value ? 1n : 0n;
    return value ?? null;
  });
}

/** The console's store, on the same files as the product's own driver, without its thread. */
export async function openConsoleAtOnce(file: string): Promise<ConsoleConnection> {
  const handle = openAtOnce(file);
  return {
    run: async (sql, params = []) => handle.run(sql, params).changes,
    all: async <T>(sql: string, params: readonly SqlValue[] = []) => handle.all(sql, params) as T[],
    get: async <T>(sql: string, params: readonly SqlValue[] = []) => handle.all(sql, params)[0] as T | undefined,
    exec: async (sql) => handle.exec(sql),
    close: async () => handle.close(),
  };
}

type Done = (this: unknown, error: unknown, rows?: unknown) => void;

/** What knex's dialect asks of a connection of the `sqlite3` package. */
class Connection {
  readonly #handle: AtOnce;
  constructor(file: string, _flags: number, opened: (error: unknown) => void) {
    this.#handle = openAtOnce(file);
    queueMicrotask(() => opened(null));
  }
  all(sql: string, params: readonly unknown[], done: Done): void {
    this.#answer(done, () => ({ rows: this.#handle.all(sql, params), self: {} }));
  }
  run(sql: string, params: readonly unknown[], done: Done): void {
    this.#answer(done, () => {
      const { changes, lastInsertRowid } = this.#handle.run(sql, params);
      return { rows: undefined, self: { changes, lastID: Number(lastInsertRowid) } };
    });
  }
  exec(sql: string, done: Done): void {
    this.#answer(done, () => ({ rows: this.#handle.exec(sql), self: {} }));
  }
  close(done: Done): void {
    this.#answer(done, () => ({ rows: this.#handle.close(), self: {} }));
  }
  #answer(done: Done, ask: () => { rows: unknown; self: object }): void {
    let answer: ReturnType<typeof ask>;
    try {
      answer = ask();
    } catch (error) {
      done.call({}, error);
      return;
    }
    done.call(answer.self, null, answer.rows);
  }
}

// Knex declares no types for its dialects.
const Sqlite3Client = createRequire(import.meta.url)('knex/lib/dialects/sqlite3/index.js') as typeof Knex.Client;

class AtOnceClient extends Sqlite3Client {
  _driver(): unknown {
    return { Database: Connection, OPEN_READWRITE: 2, OPEN_CREATE: 4 };
  }
}

/** Central's store likewise. */
export function openCentralAtOnce(file: string): CentralDatabase {
  const open = (max: number, pragmas: string) =>
    knex({
      client: AtOnceClient,
      useNullAsDefault: true,
      connection: { filename: file },
      pool: {
        min: 1,
        max,
        afterCreate: (connection: Connection, done: Done) => connection.exec(pragmas, done),
      },
    });
  const common = 'PRAGMA busy_timeout = 0; PRAGMA journal_mode = WAL; PRAGMA cache_size = -32000;';
  const writer = open(1, `${common} PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;`);
  const reader = open(3, `${common} PRAGMA query_only = ON;`);
  return {
    kind: 'sqlite',
    reader,
    writer,
    url: null,
    close: async () => {
      await reader.destroy();
      await writer.destroy();
    },
  };
}
