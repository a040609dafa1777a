import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { type Database, openSqlite } from './database.ts';
import { createSubjectCache } from './subject-cache.ts';

let folder = '';
let database: Database;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prihatin-cache-'));
  database = openSqlite(join(folder, 'log.sqlite'));
  await database.writer.raw(
    'CREATE TABLE event (seq INTEGER PRIMARY KEY, subject_id TEXT NOT NULL, type TEXT NOT NULL)',
  );
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const history = (length: number) => ({ events: Array.from({ length }, () => ({}) as AnyEvent) });
const foreign = (seq: number, subject: string) =>
  database.writer.raw("INSERT INTO event (seq, subject_id, type) VALUES (?, ?, 'case.noted')", [seq, subject]);

it('keeps what nobody changed and lets go of what another process wrote to', async () => {
  const cache = createSubjectCache();
  cache.keep(
    new Map([
      ['a', history(3)],
      ['b', history(2)],
    ]),
    5,
  );
  await foreign(6, 'b');
  await cache.catchUp(database.writer, 6);
  expect(cache.get('a')?.events).toHaveLength(3);
  expect(cache.get('b')).toBeUndefined();
});

it('forgets all when the log is behind what it saw', async () => {
  const cache = createSubjectCache();
  cache.keep(new Map([['a', history(3)]]), 5);
  await cache.catchUp(database.writer, 4);
  expect(cache.get('a')).toBeUndefined();
});

it('holds no more events than it may, the longest unused leave first, and never what is empty', () => {
  const cache = createSubjectCache(5);
  cache.keep(
    new Map([
      ['a', history(2)],
      ['b', history(2)],
      ['none', history(0)],
    ]),
    4,
  );
  cache.keep(new Map([['a', history(3)]]), 5);
  expect(cache.get('none')).toBeUndefined();
  cache.keep(new Map([['c', history(2)]]), 7);
  expect(cache.get('b')).toBeUndefined();
  expect([cache.get('a'), cache.get('c')].map((one) => one?.events.length)).toEqual([3, 2]);
});
