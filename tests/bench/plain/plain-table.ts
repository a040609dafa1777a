import sqlite3 from 'sqlite3';
import { CASE_COLUMNS, CASE_INDEXES } from '../sync-pull/case-columns.ts';
import type { Cell } from './ready-cases.ts';

/** One case's new priority and the place of the change in the order of all. */
export type Change = [id: string, value: string, seq: number];

/** The limit's store on both sides: one table of 26 columns and 5 indexes, a list of changes, every commit synced. */
export interface PlainTable {
  all<T>(sql: string, params?: readonly Cell[]): Promise<T[]>;
  run(sql: string, params?: readonly Cell[]): Promise<void>;
  /** One durable transaction of prepared inserts, 1,000 rows each. */
  insert(rows: readonly Cell[][]): Promise<void>;
  /** One durable transaction: every row by one `UPDATE … FROM json_each(?)`, and the list of changes where it is kept. */
  update(changes: readonly Change[], keepList: boolean): Promise<void>;
  close(): Promise<void>;
}

const AT_ONCE = 1_000;

/** Opens it on a file. */
export async function openPlainTable(file: string): Promise<PlainTable> {
  const database = new sqlite3.Database(file);
  const exec = (sql: string) =>
    new Promise<void>((resolve, reject) => database.exec(sql, (error) => (error ? reject(error) : resolve())));
  await exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS row (${CASE_COLUMNS.map((name) => (name === 'id' ? 'id TEXT PRIMARY KEY' : name)).join(', ')}) WITHOUT ROWID;
    ${CASE_INDEXES.map((name) => `CREATE INDEX IF NOT EXISTS by_${name} ON row (${name});`).join('\n')}
    CREATE TABLE IF NOT EXISTS change (seq INTEGER PRIMARY KEY, id TEXT NOT NULL, value TEXT NOT NULL);`);
  const prepared = new Map<string, sqlite3.Statement>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const run = (sql: string, params: readonly unknown[] = []) =>
    new Promise<void>((resolve, reject) =>
      statement(sql).run(params, (error: Error | null) => (error ? reject(error) : resolve())),
    );
  const one = `(${CASE_COLUMNS.map(() => '?').join(',')})`;
  return {
    all: <T>(sql: string, params: readonly Cell[] = []) =>
      new Promise<T[]>((resolve, reject) =>
        statement(sql).all<T>(params, (error, rows) => (error ? reject(error) : resolve(rows))),
      ),
    run,
    async insert(rows) {
      await exec('BEGIN');
      for (let from = 0; from < rows.length; from += AT_ONCE) {
        const chunk = rows.slice(from, from + AT_ONCE);
        await run(`INSERT OR IGNORE INTO row VALUES ${chunk.map(() => one).join(',')}`, chunk.flat());
      }
      await exec('COMMIT');
    },
    async update(changes, keepList) {
      const json = JSON.stringify(changes);
      await exec('BEGIN');
      await run(
        'UPDATE row SET c2 = change.value FROM (SELECT value ->> 0 AS id, value ->> 1 AS value FROM json_each(?)) AS change WHERE row.id = change.id',
        [json],
      );
      if (keepList)
        await run('INSERT INTO change SELECT value ->> 2, value ->> 0, value ->> 1 FROM json_each(?)', [json]);
      await exec('COMMIT');
    },
    async close() {
      for (const each of prepared.values()) await new Promise<void>((done) => each.finalize(() => done()));
      await new Promise<void>((resolve, reject) =>
        database.close((error: Error | null) => (error ? reject(error) : resolve())),
      );
    },
  };
}
