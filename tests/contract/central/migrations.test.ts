import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openPostgres, openSqlite } from '#central/store/database.ts';
import { migrate } from '#central/store/migrate.ts';
import { MIGRATIONS } from '#central/store/migrations.ts';
import { rawRows } from '#central/store/raw-rows.ts';
import { createVault } from '#central/store/vault.ts';
import { buildScript } from '#tests/support/engine-script.ts';
import { startPostgres, type TestPostgres } from '#tests/support/postgres.ts';

const vault = createVault(Buffer.alloc(32, 7), randomUUID, randomBytes);
let script = '';
beforeAll(async () => {
  script = await buildScript('migrate-child');
});

/** Everything a schema is, as text: tables, columns, indexes, and the steps that made it. */
async function shapeOf({ kind, reader }: Database): Promise<string[]> {
  const sql =
    kind === 'sqlite'
      ? "SELECT type || ' ' || name || ' ' || COALESCE(sql, '') AS line FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
      : `SELECT table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable AS line
         FROM information_schema.columns WHERE table_schema = 'public'
         UNION SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'`;
  const lines = (await rawRows<{ line: string }>(reader, sql, [])).map(({ line }) => line);
  const booked = (await rawRows<{ n: number }>(reader, 'SELECT count(*) AS n FROM migration', []))[0]?.n ?? 0;
  const steps = Number(booked) > 0 ? await rawRows<{ id: number }>(reader, 'SELECT id FROM migration', []) : [];
  return [...lines, ...steps.map(({ id }) => `step ${id}`)].sort();
}

/** Rows of the first schema that every later one has to keep. */
async function fill({ writer }: Database, inTheClear: boolean): Promise<void> {
  await writer('central_identity').insert({
    id: 1,
    central_id: 'c',
    profile: 'demo',
    epoch: 'e',
    token_secret: 's',
    created_at: '2026-11-23T12:00:00+08:00',
  });
  await writer('event').insert({
    seq: 1,
    id: 'event-1',
    device: 'd',
    n: 1,
    act: 'a',
    type: 'report.received',
    subject_kind: 'report',
    subject_id: 'i',
    body: '{"id":"event-1","type":"report.received","subject":{"kind":"report","id":"i"},"payload":{}}',
    hash: 'h',
    recorded_at: '2026-11-23T12:00:00+08:00',
  });
  if (inTheClear) await writer('event_private').insert({ seq: 1, body: '{"text":"Buruh maut"}' });
  await writer('user_account').insert({
    id: 'u',
    username: 'u',
    name: 'U',
    role: 'coordinator',
    scope: '{"kind":"hq"}',
    password_hash: 'p',
    disabled: 0,
  });
}

describe.each(['sqlite', 'postgres'] as const)('migrations on %s', (kind) => {
  let postgres: TestPostgres | null = null;
  const folder = mkdtempSync(join(tmpdir(), 'prihatin-migrate-'));
  const opened: Database[] = [];
  let files = 0;
  beforeAll(async () => {
    if (kind === 'postgres') postgres = await startPostgres();
  });
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.close();
  });
  afterAll(async () => {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const place = async () => (postgres === null ? join(folder, `${files++}.sqlite`) : postgres.newDatabase());
  const open = (where: string) => {
    const database = kind === 'postgres' ? openPostgres(where) : openSqlite(where);
    opened.push(database);
    return database;
  };
  const after = (n: number) => MIGRATIONS.slice(0, n);
  const statementsAfter = (n: number) => MIGRATIONS.slice(n).reduce((sum, step) => sum + step.statements.length + 1, 0);
  const unkilled = async () => {
    const database = open(await place());
    await migrate(database, vault);
    return shapeOf(database);
  };

  it('S-39: stopped before any statement, from every earlier schema, leaves what it found and comes to the same end', async () => {
    const whole = await unkilled();
    let stops = 0;
    for (let from = 0; from < MIGRATIONS.length; from++) {
      const database = open(await place());
      await migrate(database, vault, { steps: after(from) });
      const inTheClear = (MIGRATIONS[from - 1]?.id ?? 0) < 3;
      if (from > 0) await fill(database, inTheClear);
      const found = await shapeOf(database);
      for (let at = 0; at < statementsAfter(from); at++) {
        let statement = 0;
        const before = () => {
          if (statement++ === at) throw new Error('stopped');
        };
        await expect(migrate(database, vault, { before })).rejects.toThrow('stopped');
        expect(await shapeOf(database)).toEqual(found);
        stops += 1;
      }
      await migrate(database, vault);
      expect(await shapeOf(database)).toEqual(whole);
      if (from > 0) {
        expect(await database.reader('event').select('id', 'seq')).toEqual([{ id: 'event-1', seq: 1 }]);
        expect(await database.reader('user_account').select('id')).toEqual([{ id: 'u' }]);
        expect(await database.reader('event_sealed').select('seq')).toEqual(inTheClear ? [{ seq: 1 }] : []);
      }
    }
    expect(stops).toBeGreaterThan(MIGRATIONS.length);
  });

  it('S-39: killed for good half way, it comes to the same end at the next start', async () => {
    const whole = await unkilled();
    const all = statementsAfter(0);
    for (const at of [0, 3, Math.floor(all / 2), all - 1]) {
      const where = await place();
      const child = spawn(process.execPath, [script, where, String(at)], { stdio: 'ignore' });
      expect((await once(child, 'exit'))[1]).toBe('SIGKILL');
      const database = open(where);
      await migrate(database, vault);
      expect(await shapeOf(database)).toEqual(whole);
    }
  });

  it('S-39: runs once though three centrals start at the same time', async () => {
    const whole = await unkilled();
    const where = await place();
    const children = [1, 2, 3].map(() =>
      spawn(process.execPath, [script, where], { stdio: ['ignore', 'ignore', 'pipe'] }),
    );
    const ends = await Promise.all(
      children.map(async (child) => {
        let words = '';
        child.stderr.on('data', (chunk) => {
          words += String(chunk);
        });
        const [code] = await once(child, 'close');
        return `${code} ${words}`;
      }),
    );
    expect(ends).toEqual(['0 ', '0 ', '0 ']);
    expect(await shapeOf(open(where))).toEqual(whole);
  });
});
