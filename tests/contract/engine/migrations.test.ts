import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SILENT_LOG } from '#engine/log.ts';
import { PLAIN_BOX } from '#engine/secret-box.ts';
import { COPY_NAME, NoRoomToUpdate } from '#engine/store/copy-before.ts';
import { type Connection, openDatabase } from '#engine/store/database.ts';
import { migrate } from '#engine/store/migrate.ts';
import { openStore } from '#engine/store/open-store.ts';
import { startEngine, temporaryFolder } from '#tests/support/engine.ts';
import { buildScript } from '#tests/support/engine-script.ts';
import { queueOf } from '#tests/support/store-rows.ts';

/** A store as the first version left it: two cases accepted by central, one more and three acts waiting. */
const FIRST = fileURLToPath(new URL('../../golden/store-1.sqlite', import.meta.url));
const STEPS = [1, 2, 3, 4, 5];
const iso = () => new Date().toISOString();
const secrets = { box: PLAIN_BOX, random: (bytes: number) => Buffer.alloc(bytes, 3) };

let place: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  place = await temporaryFolder();
});
afterEach(() => place.remove());

/** A folder with the first store in it, brought forward to a step. */
async function storeAt(step: number, name: string): Promise<string> {
  const folder = join(place.folder, name);
  mkdirSync(folder);
  copyFileSync(FIRST, join(folder, 'console.sqlite'));
  if (step > 1) {
    const db = await openDatabase(join(folder, 'console.sqlite'));
    await migrate(db, iso, secrets, step);
    await db.close();
  }
  return folder;
}

const fileOf = (folder: string) => join(folder, 'console.sqlite');

/** Everything in a store that tells of the log and its shape; boxes are sealed anew each time, so only that they are there. */
async function contentOf(file: string): Promise<string> {
  const db = await openDatabase(file);
  try {
    const shape = await db.all<{ line: string }>(
      "SELECT type || ' ' || name || ' ' || COALESCE(sql, '') AS line FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1",
    );
    const events = await db.all(
      `SELECT id, seq, state, act, device, n, json_remove(body, '$.sealed') AS body, json_type(body, '$.sealed') AS sealed
       FROM event ORDER BY id`,
    );
    const steps = await db.all('SELECT id, name FROM migration ORDER BY id');
    return JSON.stringify({ shape, events, steps });
  } finally {
    await db.close();
  }
}

it('S-39: opens a store of the first version with everything in it, beside a copy of it as it was', async () => {
  const folder = await storeAt(1, 'first');
  const before = await contentOf(fileOf(folder));
  const desk = await startEngine(folder);
  const rows = await queueOf(desk);
  expect(rows.map((row) => [row.lead, row.unsent]).sort()).toEqual([
    ['KLG', 0],
    ['KLG', 0],
    ['SBN', 2],
  ]);
  expect((await desk.ask('outbox.list', {})).map((entry) => entry.state)).toEqual(['waiting', 'waiting']);
  const detail = await desk.ask('case.get', { case: rows.find((row) => row.lead === 'KLG')?.case ?? '' });
  expect(detail.timeline.find((entry) => entry.type === 'case.noted')?.note).toBe('Waris dihubungi');
  await desk.stop();
  expect(await contentOf(join(folder, COPY_NAME))).toBe(before);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

it('S-39: stopped at any statement, from every earlier version, a store is as it was and comes to the same end', async () => {
  const whole = await storeAt(1, 'whole');
  await (await openStore(whole, iso, SILENT_LOG)).close();
  const end = await contentOf(fileOf(whole));
  let stops = 0;
  for (const step of STEPS) {
    const folder = await storeAt(step, `step-${step}`);
    const found = await contentOf(fileOf(folder));
    for (let at = 0; ; at++) {
      let statement = 0;
      let stopped = false;
      const stop = (sql: string) => {
        if (/^\s*(PRAGMA|BEGIN|ROLLBACK|COMMIT|VACUUM|CREATE TABLE IF NOT EXISTS migration)/.test(sql)) return;
        if (statement++ !== at) return;
        stopped = true;
        throw new Error('stopped');
      };
      const db = await openDatabase(fileOf(folder));
      const watched: Connection = {
        ...db,
        run: async (sql, params) => {
          stop(sql);
          return db.run(sql, params);
        },
        exec: async (sql) => {
          stop(sql);
          return db.exec(sql);
        },
      };
      const failure = await migrate(watched, iso, secrets).then(
        () => null,
        (error: Error) => error.message,
      );
      await db.close();
      if (!stopped) {
        expect(failure).toBeNull();
        break;
      }
      expect(failure).toBe('stopped');
      expect(await contentOf(fileOf(folder))).toBe(found);
      stops += 1;
    }
    expect(await contentOf(fileOf(folder))).toBe(end);
  }
  expect(stops).toBeGreaterThan(30);
});

it('S-39: killed for good while it opens an older store, it comes to the same end at the next start', async () => {
  const script = await buildScript('open-store-child');
  const whole = await storeAt(1, 'whole');
  const counted = spawn(process.execPath, [script, whole], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  counted.stdout.on('data', (chunk) => {
    said += String(chunk);
  });
  await once(counted, 'close');
  const all = Number(said);
  expect(all).toBeGreaterThan(20);
  const end = await contentOf(fileOf(whole));
  for (const part of [0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95]) {
    const folder = await storeAt(1, `killed-${part}`);
    const child = spawn(process.execPath, [script, folder, String(Math.floor(all * part))], { stdio: 'ignore' });
    expect((await once(child, 'exit'))[1]).toBe('SIGKILL');
    await (await openStore(folder, iso, SILENT_LOG)).close();
    expect(await contentOf(fileOf(folder))).toBe(end);
  }
});

it('S-39: without room for the copy nothing is changed, it says so, and starts once there is room', async () => {
  const folder = await storeAt(1, 'full');
  const before = readFileSync(fileOf(folder));
  const tight = openStore(folder, iso, SILENT_LOG, openDatabase, secrets, () => 1_000_000);
  await expect(tight).rejects.toBeInstanceOf(NoRoomToUpdate);
  await expect(tight).rejects.toThrow(/no room to copy the store before the update: \d+ MB are missing/);
  expect(await contentOf(fileOf(folder))).toBe(await contentOf(FIRST));
  expect(before.length).toBeGreaterThan(0);
  expect(existsSync(join(folder, COPY_NAME))).toBe(false);
  await (await openStore(folder, iso, SILENT_LOG, openDatabase, secrets)).close();
  expect(existsSync(join(folder, COPY_NAME))).toBe(true);
  // A start that finds nothing to update leaves the copy until it is two weeks old.
  await (await openStore(folder, iso, SILENT_LOG, openDatabase, secrets)).close();
  expect(existsSync(join(folder, COPY_NAME))).toBe(true);
  const later = () => new Date(Date.now() + 15 * 86_400_000).toISOString();
  await (await openStore(folder, later, SILENT_LOG, openDatabase, secrets)).close();
  expect(existsSync(join(folder, COPY_NAME))).toBe(false);
});
