// The limit and the naive way: a heap with one timer that keeps each threshold it tells, the same keeping nothing, and
// an interval of a second for each clock.
import sqlite3 from 'sqlite3';
import { WakeHeap } from '#engine/alarms/wake-heap.ts';
import { beginAfter, MEASURED_MS, reachedAfter, tell } from './moments.ts';

const [way = '', count = '0', file = ''] = process.argv.slice(2);
const LEAD_MS = 2_000;
const from = beginAfter(Date.now() + LEAD_MS);
const HOUR_MS = 3_600_000;
const moments = Array.from({ length: Number(count) }, (_, index) => from + (reachedAfter(index) ?? HOUR_MS + index));
const lateness: number[] = [];

const run = (db: sqlite3.Database, sql: string, params: unknown[] = []) =>
  new Promise<void>((resolve, reject) => db.run(sql, params, (error) => (error ? reject(error) : resolve())));

async function openKept(): Promise<(at: number, id: string) => Promise<void>> {
  if (way !== 'kept') return async () => {};
  const db = new sqlite3.Database(file);
  await run(db, 'PRAGMA journal_mode = WAL');
  await run(db, 'PRAGMA synchronous = FULL');
  await run(
    db,
    'CREATE TABLE alarm_raised (id TEXT PRIMARY KEY, at INTEGER NOT NULL, late INTEGER NOT NULL) WITHOUT ROWID',
  );
  return (at, id) => run(db, 'INSERT INTO alarm_raised (id, at, late) VALUES (?, ?, 0)', [id, at]);
}

const keep = await openKept();
if (way === 'interval') {
  moments.forEach((at, index) => {
    let told = false;
    // Their ticks fall anywhere in the second, as those of rows that were drawn one after another.
    setTimeout(
      () => {
        setInterval(() => {
          if (told || Date.now() < at) return;
          told = true;
          lateness.push(Date.now() - at);
        }, 1_000);
      },
      (index * 997) % 1_000,
    );
  });
} else {
  const heap = new WakeHeap();
  moments.forEach((at, index) => {
    heap.push(at, String(index));
  });
  const turn = async () => {
    for (const { at, id } of heap.due(Date.now())) {
      await keep(at, id);
      lateness.push(Date.now() - at);
    }
    setTimeout(() => void turn(), Math.max(0, (heap.next() ?? 0) - Date.now()));
  };
  void turn();
}
await new Promise((resolve) => setTimeout(resolve, from - Date.now()));
const before = process.cpuUsage();
const began = performance.now();
await new Promise((resolve) => setTimeout(resolve, from + MEASURED_MS - Date.now()));
process.stdout.write(`${JSON.stringify(tell(process.cpuUsage(before), performance.now() - began, lateness))}\n`);
process.exit(0);
