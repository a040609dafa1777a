import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Central, createCentral } from '#central/create-central.ts';
import { createNewId } from '#central/new-id.ts';
import { loadGeography } from '#shared/geo/geography.ts';
import { startCentral } from '#tests/support/central.ts';
import { enrol, incidentDrafts, post } from '#tests/support/central-console.ts';
import { startPostgres, type TestPostgres } from '#tests/support/postgres.ts';

const geography = loadGeography();
let postgres: TestPostgres;
let folder: string;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prihatin-key-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (name: string, more: { keyFile?: string; database?: string } = {}): Promise<Central> =>
  createCentral({
    dataFolder: join(folder, name),
    profile: 'demo',
    version: 'test',
    clock: Date.now,
    newId: createNewId(Date.now),
    log: pino({ level: 'silent' }),
    geography,
    ...more,
  });

it('makes central’s key at the first start, for its owner alone, and refuses to start with another', async () => {
  await (await open('one')).close();
  const file = join(folder, 'one', 'central.key');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const made = readFileSync(file, 'utf8');
  await (await open('one')).close();
  expect(readFileSync(file, 'utf8')).toBe(made);
  rmSync(file);
  await expect(open('one')).rejects.toThrow('the key does not open this database');
  writeFileSync(file, 'not a key');
  await expect(open('one')).rejects.toThrow('holds no key');
  writeFileSync(join(folder, 'kept.key'), made);
  rmSync(file);
  await (await open('one', { keyFile: join(folder, 'kept.key') })).close();
});

it('refuses an empty key with what to do and leaves it; makes one whole, or none', async () => {
  const file = join(folder, 'one', 'central.key');
  mkdirSync(join(folder, 'one'));
  writeFileSync(file, '\n');
  await expect(open('one')).rejects.toThrow(/is empty.*from its backup.*delete the empty file/);
  expect(readFileSync(file, 'utf8')).toBe('\n');
  rmSync(file);
  // Killed while it was making one: what lay half written is nobody's key.
  writeFileSync(`${file}.0badcafe.part`, '');
  await (await open('one')).close();
  expect(Buffer.from(readFileSync(file, 'utf8'), 'base64')).toHaveLength(32);
  expect(readdirSync(join(folder, 'one')).filter((name) => name.startsWith('central.key.'))).toEqual([
    'central.key.0badcafe.part',
  ]);
});

it('wants one key of all centrals on one database', async () => {
  const database = await postgres.newDatabase();
  const keyFile = join(folder, 'shared.key');
  const one = await open('one', { database, keyFile });
  await expect(open('two', { database })).rejects.toThrow('--key-file');
  await (await open('two', { database, keyFile })).close();
  await one.close();
});

it('S-26: an erasure at one central reaches what another of the same database holds in memory', async () => {
  const one = await startCentral({ database: await postgres.newDatabase() });
  const database = one.central.parts.database.url ?? '';
  const two = await startCentral({ database, dataFolder: one.dataFolder });
  const [here, there] = [await enrol(one, 'penyelia'), await enrol(two, 'penyelia')];
  const { drafts, cases } = incidentDrafts();
  const [id = ''] = cases;
  const subject = { kind: 'case', id } as const;
  await there.push(there.act(drafts));
  await there.push(
    there.act([{ type: 'case.victim-described', subject, payload: {}, private: { name: 'Wafiyuddinmark' } }]),
  );
  const known = async () =>
    (await one.central.parts.database.reader('case_row').where({ id }).first('victim_known'))?.victim_known;
  expect(await known()).toBe(1);
  const auth = { authorization: `Bearer ${here.token}` };
  expect((await post(`${one.url}/v1/cases/${id}/erase`, { reason: 'tamat tempoh' }, auth)).status).toBe(200);
  expect(await known()).toBe(0);
  // The other folds the case again from what it held.
  const noted = { type: 'case.noted', subject, payload: {}, private: { text: 'Nota' } } as const;
  expect((await there.push(there.act([noted]))).body.rejected).toEqual([]);
  expect(await known()).toBe(0);
  expect(JSON.stringify(await there.pull(0, 5_000))).not.toContain('Wafiyuddinmark');
  await two.stop();
  await one.stop();
});
