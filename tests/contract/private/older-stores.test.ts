import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openPostgres, openSqlite } from '#central/store/database.ts';
import { hashEvent } from '#central/store/event-hash.ts';
import { type EventRow, selectEvents, toEvent } from '#central/store/event-rows.ts';
import { MIGRATIONS } from '#central/store/migrations.ts';
import { SILENT_LOG } from '#engine/log.ts';
import { COPY_NAME } from '#engine/store/copy-before.ts';
import { openDatabase } from '#engine/store/database.ts';
import { EVENT_STATE, eventsInState, eventsOfSubjects, insertEvents } from '#engine/store/event-rows.ts';
import { FIRST_TABLES } from '#engine/store/migrations/first-tables.ts';
import { INCIDENT_LINKS } from '#engine/store/migrations/incident-links.ts';
import { openStore } from '#engine/store/open-store.ts';
import { withdrawAct } from '#engine/store/withdraw-act.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { startCentral } from '#tests/support/central.ts';
import { enrol } from '#tests/support/central-console.ts';
import { marksInFiles } from '#tests/support/marks-in-files.ts';
import { startPostgres } from '#tests/support/postgres.ts';

const MARK = 'Wafiyuddinmark';
const MANY = 1_200;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prihatin-older-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** So many notes on ten cases, each with a private part in the clear as version 1 wrote them. */
function clearEvents(device: string): AnyEvent[] {
  const cases = Array.from({ length: 10 }, () => randomUUID());
  return Array.from({ length: MANY }, (_, index) => ({
    id: randomUUID(),
    type: 'case.noted',
    v: 1,
    subject: { kind: 'case', id: cases[index % cases.length] ?? '' },
    act: randomUUID(),
    payload: {},
    private: { text: `${MARK} ${index}` },
    actor: 'a',
    session: 's',
    device,
    n: index + 1,
    at: '001795409000001.00000',
    happenedAt: '2026-11-23T13:00:00+08:00',
    certain: true,
    via: 'keys' as const,
    seen: 0,
  }));
}

it('S-24: seals what an older console’s store held in the clear, and takes it off its disk', async () => {
  const events = clearEvents(randomUUID());
  const db = await openDatabase(join(folder, 'console.sqlite'));
  await db.exec(`PRAGMA journal_mode = WAL; ${FIRST_TABLES} ${INCIDENT_LINKS}
    CREATE TABLE migration (id INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL);
    INSERT INTO migration VALUES (1, 'first-tables', ''), (2, 'incident-links', '');
    INSERT INTO withdrawal VALUES ('act', 'kerana ${MARK}', 'a', 1);`);
  for (const { private: hidden, ...event } of events) {
    await db.run(
      `INSERT INTO event (id, seq, state, act, type, subject_kind, subject_id, device, n, body)
       VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?, ?)`,
      [
        event.id,
        event.n,
        event.act,
        event.type,
        'case',
        event.subject.id,
        event.device,
        event.n,
        JSON.stringify(event),
      ],
    );
    await db.run('INSERT INTO event_private (id, body) VALUES (?, ?)', [event.id, JSON.stringify(hidden)]);
  }
  await db.close();
  expect(marksInFiles(folder, [MARK])).not.toEqual([]);

  const store = await openStore(folder, () => '', SILENT_LOG);
  // The copy for going back to the version before holds what that held, until it is old or something is destroyed.
  expect(marksInFiles(folder, [MARK])).toEqual([`${COPY_NAME}: ${MARK}`]);
  await store.scrub();
  expect(marksInFiles(folder, [MARK])).toEqual([]);
  const subjects = [...new Set(events.map(({ subject }) => subject.id))];
  const opened = await eventsOfSubjects(store.reader, subjects);
  const texts = new Map(opened.map((event) => [event.id, event.private?.text]));
  for (const event of events) expect(texts.get(event.id)).toBe(event.private?.text);
  const { keys } = (await store.reader.get<{ keys: number }>('SELECT COUNT(*) AS keys FROM subject_key')) ?? {};
  expect(keys).toBe(10);
  await store.close();
  expect(marksInFiles(folder, [MARK])).toEqual([]);
  const again = await openStore(folder, () => '', SILENT_LOG);
  expect((await eventsOfSubjects(again.reader, subjects))[0]?.private?.text).toContain(MARK);
  await again.close();
}, 60_000);

it('S-24: seals the reason for which an act was taken out of the outbox', async () => {
  const store = await openStore(folder, () => '', SILENT_LOG);
  const [event] = clearEvents(randomUUID());
  if (!event) throw new Error('no event');
  await store.queue.write(async (db) => {
    await insertEvents(db, [event], 1);
    await db.run('UPDATE event SET state = 2');
    expect(await withdrawAct(db, event.act, { reason: `kerana ${MARK}`, actor: 'a', at: 1 })).toEqual([
      event.subject.id,
    ]);
  });
  expect(marksInFiles(folder, [MARK])).toEqual([]);
  const [kept] = await store.reader.all<{ reason: string }>('SELECT reason FROM withdrawal');
  expect(store.reader.vault.open(kept?.reason ?? '', event.act)).toBe(`kerana ${MARK}`);
  expect(await eventsInState(store.reader, [EVENT_STATE.withdrawn], 5)).toHaveLength(1);
  await store.close();
});

for (const kind of ['sqlite', 'postgres'] as const) {
  it(`S-24: seals what an older central held in the clear, on ${kind}, and serves old consoles as before`, async () => {
    const server = kind === 'postgres' ? await startPostgres() : null;
    const url = await server?.newDatabase();
    const database = url === undefined ? openSqlite(join(folder, 'central.sqlite')) : openPostgres(url);
    const events = clearEvents(randomUUID());
    await writeOldCentral(database, events);
    await database.close();

    const central = await startCentral({ dataFolder: folder, ...(url === undefined ? {} : { database: url }) });
    const { reader } = central.central.parts.database;
    const rows: EventRow[] = await selectEvents(reader).where('event.seq', '<=', MANY).orderBy('event.seq');
    expect(rows).toHaveLength(MANY);
    for (const row of rows) {
      expect(row.box).not.toBeNull();
      expect(hashEvent(toEvent(row))).toBe(row.hash);
    }
    const desk = await enrol(central, 'penyelia');
    const old = (await desk.pull(0, 5_000)).events.filter(({ type }) => type === 'case.noted');
    expect(old.map((event) => event.private?.text)).toEqual(events.map((event) => event.private?.text));
    await central.stop();
    if (url === undefined) expect(marksInFiles(folder, [MARK])).toEqual([]);
    await server?.stop();
  }, 120_000);
}

/** The first two steps of the schema, and a log in it. */
async function writeOldCentral(database: Database, events: readonly AnyEvent[]): Promise<void> {
  const seq = database.kind === 'sqlite' ? 'INTEGER PRIMARY KEY' : 'BIGINT PRIMARY KEY';
  await database.writer.transaction(async (tx) => {
    await tx.raw('CREATE TABLE migration (id INTEGER PRIMARY KEY, name TEXT NOT NULL)');
    for (const step of MIGRATIONS.filter(({ id }) => id <= 2)) {
      for (const statement of step.statements) await tx.raw(statement.replaceAll('{{seq}}', seq));
      await tx('migration').insert({ id: step.id, name: step.name });
    }
    for (const { private: hidden, ...event } of events) {
      await tx('event').insert({
        seq: event.n,
        id: event.id,
        device: event.device,
        n: event.n,
        act: event.act,
        type: event.type,
        subject_kind: 'case',
        subject_id: event.subject.id,
        body: JSON.stringify(event),
        hash: '',
        recorded_at: event.happenedAt,
      });
      await tx('event_private').insert({ seq: event.n, body: JSON.stringify(hidden) });
    }
    await tx('central_head').update({ seq: events.length });
  });
}
