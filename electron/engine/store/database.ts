import sqlite3 from 'sqlite3';
import type { Vault } from './vault.ts';

export type SqlValue = string | number | null;
/** What a statement may be given. */
export type SqlParam = SqlValue | Uint8Array;
export type SqlRow = Record<string, SqlValue>;

/** One connection to one SQLite file, with promises and prepared statements kept for reuse. */
export interface Connection {
  run(sql: string, params?: readonly SqlParam[]): Promise<number>;
  all<T = SqlRow>(sql: string, params?: readonly SqlValue[]): Promise<T[]>;
  get<T = SqlRow>(sql: string, params?: readonly SqlValue[]): Promise<T | undefined>;
  exec(sql: string): Promise<void>;
  close(): Promise<void>;
}

/** A connection to the console's store, with what seals and opens the private parts in it. */
export interface Database extends Connection {
  readonly vault: Vault;
}

/** Opens a connection to a file. */
export type OpenDatabase = (file: string) => Promise<Connection>;

/** The real one. @throws Error (with SQLite's code) when the file cannot be opened. */
export async function openDatabase(file: string): Promise<Connection> {
  const handle = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened: sqlite3.Database = new sqlite3.Database(file, (error) => (error ? reject(error) : resolve(opened)));
  });
  // Kept as promises: two callers of one text at the same time must not prepare it twice.
  const prepared = new Map<string, Promise<sqlite3.Statement>>();
  const statement = (sql: string): Promise<sqlite3.Statement> => {
    const known = prepared.get(sql);
    if (known) return known;
    const making = new Promise<sqlite3.Statement>((resolve, reject) => {
      const made = handle.prepare(sql, (error) => (error ? reject(error) : resolve(made)));
    });
    prepared.set(sql, making);
    making.catch(() => prepared.delete(sql));
    return making;
  };
  return {
    async run(sql, params = []) {
      const ready = await statement(sql);
      return new Promise((resolve, reject) => {
        ready.run(params, function (error) {
          if (error) reject(error);
          else resolve(this.changes);
        });
      });
    },
    async all<T>(sql: string, params: readonly SqlValue[] = []) {
      const ready = await statement(sql);
      return new Promise<T[]>((resolve, reject) => {
        ready.all<T>(params, (error, rows) => (error ? reject(error) : resolve(rows)));
      });
    },
    async get<T>(sql: string, params: readonly SqlValue[] = []) {
      const ready = await statement(sql);
      // `all` resets the statement when done; `get` would leave a read open on the connection.
      return new Promise<T | undefined>((resolve, reject) => {
        ready.all<T>(params, (error, rows) => (error ? reject(error) : resolve(rows[0])));
      });
    },
    exec: (sql) => new Promise((resolve, reject) => handle.exec(sql, (error) => (error ? reject(error) : resolve()))),
    async close() {
      for (const making of prepared.values()) {
        const one = await making.catch(() => null);
        if (one) await new Promise<void>((done) => one.finalize(() => done()));
      }
      prepared.clear();
      await new Promise<void>((resolve, reject) => handle.close((error) => (error ? reject(error) : resolve())));
    },
  };
}

/** The connection with its vault. */
export function withVault(connection: Connection, vault: Vault): Database {
  return {
    run: (sql, params) => connection.run(sql, params),
    all: (sql, params) => connection.all(sql, params),
    get: (sql, params) => connection.get(sql, params),
    exec: (sql) => connection.exec(sql),
    close: () => connection.close(),
    vault,
  };
}
