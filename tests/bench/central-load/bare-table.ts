import pg from 'pg';
import sqlite3 from 'sqlite3';

/** seq, id and body of each event. */
export type Rows = [number, string, string][];

/** One table and nothing else; `insert` is one durable transaction. */
export interface BareTable {
  insert(rows: Rows): Promise<void>;
  /** Bodies of what came after a seq, at most 2,000. */
  after(seq: number): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens the limit's own table, on the same drivers and with the same promise (synced at every commit) as the product. */
export async function openTable(kind: 'sqlite' | 'postgres', target: string): Promise<BareTable> {
  if (kind === 'postgres') {
    const pool = new pg.Pool({ connectionString: target, max: 10 });
    await pool.query('CREATE TABLE bare_event (seq BIGINT PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL)');
    const text = 'INSERT INTO bare_event SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[])';
    return {
      async insert(rows) {
        await pool.query({
          name: 'bare',
          text,
          values: [rows.map((row) => row[0]), rows.map((row) => row[1]), rows.map((row) => row[2])],
        });
      },
      async after(seq) {
        const found = await pool.query('SELECT body FROM bare_event WHERE seq > $1 ORDER BY seq LIMIT 2000', [seq]);
        return found.rows.map((row: { body: string }) => row.body);
      },
      close: () => pool.end(),
    };
  }
  const database = new sqlite3.Database(target);
  await new Promise<void>((resolve, reject) =>
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
       CREATE TABLE event (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL);`,
      (error) => (error ? reject(error) : resolve()),
    ),
  );
  const insert = database.prepare(`INSERT INTO event SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`);
  const after = database.prepare('SELECT body FROM event WHERE seq > ? ORDER BY seq LIMIT 2000');
  return {
    insert: (rows) =>
      new Promise((resolve, reject) =>
        insert.run(JSON.stringify(rows), (error: Error | null) => (error ? reject(error) : resolve())),
      ),
    after: (seq) =>
      new Promise((resolve, reject) =>
        after.all<{ body: string }>([seq], (error, found) =>
          error ? reject(error) : resolve(found.map(({ body }) => body)),
        ),
      ),
    async close() {
      for (const each of [insert, after]) await new Promise<void>((done) => each.finalize(() => done()));
      await new Promise<void>((done) => database.close(() => done()));
    },
  };
}
