import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import knex, { type Knex } from 'knex';
import pg from 'pg';

/** A connection inside a transaction, or the pool that reads. */
export type Connection = Knex;

/** The one place that knows which database it is. `writer` holds one transaction at a time on SQLite. */
export interface Database {
  kind: 'sqlite' | 'postgres';
  reader: Connection;
  writer: Connection;
  /** For LISTEN; null on SQLite. */
  url: string | null;
  close(): Promise<void>;
}

/** Opens the SQLite file, made with its folder when missing: WAL, every commit synced to disk. */
export function openSqlite(file: string): Database {
  mkdirSync(dirname(file), { recursive: true });
  const open = (max: number, pragmas: string) =>
    knex({
      client: 'sqlite3',
      useNullAsDefault: true,
      connection: { filename: file },
      pool: {
        min: 1,
        max,
        afterCreate: (
          connection: { exec(sql: string, done: (error: unknown) => void): void },
          done: (error: unknown) => void,
        ) => connection.exec(pragmas, done),
      },
    });
  const common = 'PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA cache_size = -32000;';
  const writer = open(1, `${common} PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;`);
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

const INT8 = 20;

/** PostgreSQL gives 64-bit integers as text; ours all fit a double, so they are read as numbers on this pool alone. */
const types = {
  getTypeParser: (oid: number, format?: string) =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text'),
};

/** A database or a role may be set to answer a commit before it is on the disk; a stricter setting than ours stays. */
const WAIT_FOR_DISK = `SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'`;

/**
 * Opens a pool on PostgreSQL: every commit synced to disk.
 * @param url postgres://user:password@host:port/database
 */
export function openPostgres(url: string): Database {
  const pool = knex({
    client: 'pg',
    connection: { connectionString: url, types },
    pool: {
      min: 1,
      max: 10,
      afterCreate: (
        connection: { query(sql: string, done: (error: unknown) => void): void },
        done: (error: unknown, connection: unknown) => void,
      ) => connection.query(WAIT_FOR_DISK, (error) => done(error, connection)),
    },
  });
  return { kind: 'postgres', reader: pool, writer: pool, url, close: () => pool.destroy() };
}
