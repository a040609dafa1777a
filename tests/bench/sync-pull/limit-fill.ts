// The limit: fetch page p+1 while inserting p, prepared multi-row INSERTs of 1,000 rows, one transaction a page, durable.
import { rmSync } from 'node:fs';
import sqlite3 from 'sqlite3';
import { cpuSeconds } from '../cpu-of.ts';
import { memoryOf } from '../memory-of.ts';
import { CASE_COLUMNS, CASE_INDEXES } from './case-columns.ts';

const [url = '', pages = '0', file = ''] = process.argv.slice(2);
type Cell = string | number;
const database = new sqlite3.Database(file);
const exec = (sql: string) =>
  new Promise<void>((resolve, reject) => database.exec(sql, (error) => (error ? reject(error) : resolve())));
await exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE row (${CASE_COLUMNS.map((name) => (name === 'id' ? 'id TEXT PRIMARY KEY' : name)).join(', ')}) WITHOUT ROWID;
  ${CASE_INDEXES.map((name) => `CREATE INDEX by_${name} ON row (${name});`).join('\n')}`);

const ROWS = 1_000;
const one = `(${CASE_COLUMNS.map(() => '?').join(',')})`;
const insert = database.prepare(`INSERT INTO row VALUES ${Array.from({ length: ROWS }, () => one).join(',')}`);
const insertRows = (rows: Cell[][]) =>
  new Promise<void>((resolve, reject) => {
    const target =
      rows.length === ROWS ? insert : database.prepare(`INSERT INTO row VALUES ${rows.map(() => one).join(',')}`);
    target.run(rows.flat(), (error) => (error ? reject(error) : resolve()));
  });
const fetchPage = async (page: number) => (await (await fetch(`${url}/?page=${page}`)).json()) as Cell[][];

const began = performance.now();
const cpuBegan = process.cpuUsage();
let next = fetchPage(0);
let total = 0;
for (let page = 0; page < Number(pages); page++) {
  const rows = await next;
  if (page + 1 < Number(pages)) next = fetchPage(page + 1);
  await exec('BEGIN');
  for (let from = 0; from < rows.length; from += ROWS) await insertRows(rows.slice(from, from + ROWS));
  await exec('COMMIT');
  total += rows.length;
}
const seconds = (performance.now() - began) / 1_000;
process.stdout.write(
  `${JSON.stringify({ seconds, rows: total, cpu: cpuSeconds(cpuBegan), ...memoryOf(process.pid) })}\n`,
);
rmSync(file, { force: true });
process.exit(0);
