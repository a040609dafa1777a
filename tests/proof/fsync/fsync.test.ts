import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DemoCredentials } from '#central/demo/demo-credentials.ts';
import { openPostgres, openSqlite } from '#central/store/database.ts';
import { SILENT_LOG } from '#engine/log.ts';
import { openStore } from '#engine/store/open-store.ts';
import type { IntakeReply } from '#shared/contract/api/intake.ts';
import { enrol, incidentDrafts, post } from '#tests/support/central-console.ts';
import { buildCentral, runCentral } from '#tests/support/central-process.ts';
import { signInLocally, TEST_USER } from '#tests/support/engine.ts';
import { buildScript } from '#tests/support/engine-script.ts';
import { startPostgres } from '#tests/support/postgres.ts';
import { endTraced, hasStrace, strace } from './strace.ts';
import { readTrace, type TracedCall, whyNotSynced } from './trace.ts';

const FULL = 2;
const ACTS = 15;
const CONSOLES = 5;
const EACH = 4;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prihatin-fsync-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const traced = () => readTrace(readFileSync(join(folder, 'trace'), 'utf8'));
const toSocket = ({ path }: TracedCall) =>
  path.startsWith('socket') || path.startsWith('TCP') || path.startsWith('pipe');

/** Without strace only what the connections say of themselves is held to; said aloud, so that nobody takes it for more. */
function tracing(): boolean {
  if (hasStrace()) return true;
  process.stdout.write('strace is not installed here: only the pragmas were checked\n');
  return false;
}

/** Runs the acting engine until it answered `ACTS`. @returns what it answered, a line an act */
async function actTraced(): Promise<string[]> {
  const file = await buildScript('engine-child');
  const store = join(folder, 'desk');
  await signInLocally(store, TEST_USER);
  const [program = '', ...words] = [...strace(join(folder, 'trace')), process.execPath, file, store];
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const answered: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (answered.push(line) === ACTS) endTraced(join(folder, 'trace'), 'SIGKILL');
  });
  await new Promise((resolve) => child.once('close', resolve));
  return answered.slice(0, ACTS);
}

describe('S-14: what is answered is on the disk', () => {
  it('the engine syncs the log of its store between writing an act and answering it', async () => {
    if (!tracing()) return;
    const answered = await actTraced();
    expect(answered).toHaveLength(ACTS);
    const calls = traced();
    const faults = answered.flatMap((line) => whyNotSynced(calls, line.split(' ')[0] ?? '', toSocket) ?? []);
    expect(faults).toEqual([]);
  }, 120_000);

  it('central syncs its log between writing a push or a report and answering it, also when many wait together', async () => {
    if (!tracing()) return;
    const data = join(folder, 'central');
    const words = ['--port', '0', '--data', data, '--feed', 'off', '--sample', 'off'];
    const central = runCentral(await buildCentral(), words, strace(join(folder, 'trace')));
    const url = await central.ready();
    const credentials = JSON.parse(readFileSync(join(data, 'demo-credentials.json'), 'utf8')) as DemoCredentials;
    const consoles = await Promise.all(Array.from({ length: CONSOLES }, () => enrol({ url, credentials })));
    const answered: string[] = [];
    const agency = { authorization: `Bearer ${credentials.apiKey}` };
    for (let turn = 0; turn < EACH; turn++) {
      const pushes = consoles.map(async (console) => {
        const { body } = await console.push(console.act(incidentDrafts().drafts));
        expect(body.rejected).toEqual([]);
        answered.push(...body.accepted.map(({ id }) => id));
      });
      const report = { text: `Pekerja cedera ${turn}` };
      const posted = post<IntakeReply>(`${url}/v1/intake/reports`, report, agency);
      await Promise.all(pushes);
      answered.push(...(await posted).body.accepted.map(({ reportId }) => reportId));
    }
    endTraced(join(folder, 'trace'), 'SIGTERM');
    expect(await central.ended).toBe(0);
    const calls = traced();
    expect(answered.length).toBeGreaterThanOrEqual(CONSOLES * EACH * 6 + EACH);
    expect(answered.flatMap((id) => whyNotSynced(calls, id, toSocket) ?? [])).toEqual([]);
  }, 120_000);

  it('every connection of the console says FULL and WAL', async () => {
    const store = await openStore(folder, () => '', SILENT_LOG);
    const said = async (db: typeof store.reader) => [
      await db.get('PRAGMA synchronous'),
      await db.get('PRAGMA journal_mode'),
    ];
    const wanted = [{ synchronous: FULL }, { journal_mode: 'wal' }];
    expect(await store.queue.write((db) => said(db))).toEqual(wanted);
    expect(await said(store.reader)).toEqual(wanted);
    await store.close();
  });

  it('every connection of a central on SQLite says FULL and WAL', async () => {
    const database = openSqlite(join(folder, 'central.sqlite'));
    const said = (connection: typeof database.reader) =>
      connection.transaction(async (tx) => [await tx.raw('PRAGMA synchronous'), await tx.raw('PRAGMA journal_mode')]);
    const wanted = [[{ synchronous: FULL }], [{ journal_mode: 'wal' }]];
    expect(await said(database.writer)).toEqual(wanted);
    // As many at once as the pool holds: each on a connection of its own.
    for (const one of await Promise.all([1, 2, 3].map(() => said(database.reader)))) expect(one).toEqual(wanted);
    await database.close();
  });

  it('a central on PostgreSQL commits to the disk, also in a database that was set to be lax', async () => {
    const postgres = await startPostgres();
    try {
      const url = await postgres.newDatabase();
      const lax = openPostgres(url);
      await lax.writer.raw(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET synchronous_commit = off`);
      await lax.close();
      const database = openPostgres(url);
      const say = async (name: string) => (await database.writer.raw(`SHOW ${name}`)).rows[0][name];
      expect(await say('synchronous_commit')).toBe('on');
      expect(await say('fsync')).toBe('on');
      expect(await say('full_page_writes')).toBe('on');
      await database.close();
    } finally {
      await postgres.stop();
    }
  });
});
