// The limit: so many changes wait here and so many there; both are carried over in pages of 2,000, the next one fetched
// while the last is written, and written durably by one statement a page.
import { rmSync } from 'node:fs';
import { cpuSeconds } from '../cpu-of.ts';
import { type Change, openPlainTable } from './plain-table.ts';
import { readyCases } from './ready-cases.ts';

interface Plan {
  url: string;
  file: string;
  /** Cases both sides hold. */
  cases: number;
  up: number;
  down: number;
  /** Whole new cases that wait here, in place of small changes. */
  rows?: number;
}

const PAGE = 2_000;
const plan = JSON.parse(process.argv[2] ?? '{}') as Plan;
const table = await openPlainTable(plan.file);
const name = `new-${process.pid}`;
for (let from = 0; from < plan.cases; from += PAGE)
  await table.insert(readyCases(from, Math.min(PAGE, plan.cases - from)));
const change = (step: number, seq: number): Change => [
  `case-${step % plan.cases}`,
  step % 2 === 0 ? 'high' : 'normal',
  seq,
];
const post = async <T>(path: string, body: unknown): Promise<T> =>
  (await (await fetch(plan.url + path, { method: 'POST', body: JSON.stringify(body) })).json()) as T;
type Pulled = { head: number; changes: Change[] };
const pull = async (after: number) => (await (await fetch(`${plan.url}/changes?after=${after}`)).json()) as Pulled;

let position = (await pull(0)).head;
for (let step = 0; step < plan.down; step += PAGE) {
  const some = Math.min(PAGE, plan.down - step);
  await post(
    '/changes',
    Array.from({ length: some }, (_, index) => change(step + index, 0)),
  );
}
await table.run('CREATE TABLE IF NOT EXISTS waiting (n INTEGER PRIMARY KEY, id TEXT NOT NULL, value TEXT NOT NULL)');
for (let step = 0; step < plan.up; step += PAGE) {
  const some = Math.min(PAGE, plan.up - step);
  const changes = Array.from({ length: some }, (_, index) => change(step + index, step + index + 1));
  await table.update(changes, false);
  await table.run('INSERT INTO waiting SELECT value ->> 2, value ->> 0, value ->> 1 FROM json_each(?)', [
    JSON.stringify(changes),
  ]);
}
for (let from = 0; from < (plan.rows ?? 0); from += PAGE)
  await table.insert(readyCases(from, Math.min(PAGE, (plan.rows ?? 0) - from), name));

const began = performance.now();
const cpuBegan = process.cpuUsage();
let moved = 0;
let next: Promise<Pulled> | null = plan.down > 0 ? pull(position) : null;
while (next !== null) {
  const { head, changes } = await next;
  position = changes.at(-1)?.[2] ?? position;
  next = position < head ? pull(position) : null;
  if (changes.length > 0) await table.update(changes, false);
  moved += changes.length;
}
for (;;) {
  const waiting = await table.all<{ n: number; id: string; value: string }>(
    'SELECT n, id, value FROM waiting ORDER BY n LIMIT 2000',
  );
  const last = waiting.at(-1);
  if (!last) break;
  await post(
    '/changes',
    waiting.map(({ id, value }) => [id, value]),
  );
  await table.run('DELETE FROM waiting WHERE n <= ?', [last.n]);
  moved += waiting.length;
}
let after = '';
for (let sent = 0; sent < (plan.rows ?? 0); ) {
  const rows = await table.all<Record<string, string | number>>(
    'SELECT * FROM row WHERE id > ? AND id GLOB ? ORDER BY id LIMIT 2000',
    [after, `${name}-*`],
  );
  await post(
    '/rows',
    rows.map((row) => Object.values(row)),
  );
  after = String(rows.at(-1)?.id);
  await table.run('UPDATE row SET c25 = 1 WHERE id > ? AND id <= ?', [String(rows[0]?.id), after]);
  sent += rows.length;
  moved += rows.length;
}
const seconds = (performance.now() - began) / 1_000;
process.stdout.write(`${JSON.stringify({ seconds, moved, cpu: cpuSeconds(cpuBegan) })}\n`);
await table.close();
rmSync(plan.file, { force: true });
process.exit(0);
