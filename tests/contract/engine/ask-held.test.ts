import { expect, it } from 'vitest';
import { PLAIN_BOX } from '#engine/secret-box.ts';
import type { Database, SqlValue } from '#engine/store/database.ts';
import { insertEvents, TURNED_DOWN } from '#engine/store/event-rows.ts';
import { putBackDecision } from '#engine/store/fresh-decisions.ts';
import { heldElsewhere } from '#engine/store/held-rows.ts';
import { writeMeta } from '#engine/store/meta.ts';
import { askHeld } from '#engine/sync/ask-held.ts';
import type { Ask, CentralApi } from '#engine/sync/central-api.ts';
import { makeDeviceKey } from '#engine/sync/device-key.ts';
import { pushBatch } from '#engine/sync/push-acts.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { CASE, NOON, sampleEvent, sampleId } from '#shared/sync/sample-events.ts';
import { loneLedger } from '#tests/support/lone-ledger.ts';

const MANY = 2_300;

const at = loneLedger(NOON);

/** So many acts of the console it was, a note each. */
function notes(): AnyEvent[] {
  const note = { type: 'case.noted', subject: CASE, payload: {} } as const;
  return Array.from({ length: MANY }, (_, index): AnyEvent => {
    const n = index + 1;
    return { ...sampleEvent(note, { n }), id: sampleId(10_000 + n), act: sampleId(20_000 + n), device: sampleId(7), n };
  });
}

it('S-21: what goes on waiting, however much it is, keeps nothing behind it from being sent', async () => {
  const { ledger } = at;
  const events = notes();
  await ledger.write(async (db) => ({ result: await insertEvents(db, events, 1), subjects: [] }));
  const last = events.at(-1);
  const sent: string[] = [];
  const api: CentralApi = {
    async json(shape, { body }: Ask) {
      const ids = (body as { events: AnyEvent[] }).events.map(({ id }) => id);
      sent.push(...ids);
      return shape.parse({ accepted: [], rejected: ids.map((id) => ({ id, code: 'role', message: '' })) });
    },
    stream: () => Promise.reject(new Error('nobody listens')),
  };
  const held = new Set(events.flatMap(({ act }) => (act === last?.act ? [] : act)));
  const { key } = makeDeviceKey(PLAIN_BOX);
  const signal = new AbortController().signal;
  expect(await pushBatch(ledger, sampleId(7), key, api, 'token', signal, held, () => NOON)).toBe(1);
  expect(sent).toEqual([last?.id]);
});

it('S-38: asks after every act of the one it was, however many wait, and again only when the log has moved', async () => {
  const { ledger } = at;
  const events = notes();
  await ledger.write(async (db) => {
    await insertEvents(db, events, 1);
    await db.run("UPDATE event SET state = 5, code = 'role'");
    await writeMeta(db, { position: 40 });
    return { result: undefined, subjects: [] };
  });
  const last = events.at(-1)?.id ?? '';
  const asked: string[][] = [];
  const api: CentralApi = {
    async json(shape, { body }: Ask) {
      const ids = (body as { events: AnyEvent[] }).events.map(({ id }) => id);
      asked.push(ids);
      const held = ids.filter((id) => id !== last).map((id) => ({ id, code: 'role', message: '' }));
      const rejected = ids.filter((id) => id === last).map((id) => ({ id, code: TURNED_DOWN, message: 'Tidak' }));
      return shape.parse({ accepted: [], rejected, held });
    },
    stream: () => Promise.reject(new Error('nobody listens')),
  };
  const { key } = makeDeviceKey(PLAIN_BOX);
  const signal = new AbortController().signal;
  const upTo = { position: -1 };
  const ask = async () => {
    const held = await heldElsewhere(ledger.reader, sampleId(9));
    await askHeld(ledger, held, sampleId(9), key, api, (one) => one('token'), signal, upTo);
  };
  await ask();
  expect(asked.flat()).toEqual(events.map(({ id }) => id));
  expect(Math.max(...asked.map((ids) => ids.length))).toBeLessThanOrEqual(500);
  const states = await ledger.reader.all('SELECT state, COUNT(*) AS n FROM event GROUP BY state ORDER BY state');
  expect(states).toEqual([
    { state: 2, n: 1 },
    { state: 5, n: MANY - 1 },
  ]);
  const before = asked.length;
  await ask();
  expect(asked).toHaveLength(before);
  await ledger.write(async (db) => ({ result: await writeMeta(db, { position: 41 }), subjects: [] }));
  await ask();
  expect(asked.length).toBeGreaterThan(before);
});

it('S-38: of its own acts before a supervisor it asks after those that a copy brought first: nothing tells it of them', async () => {
  const { ledger } = at;
  const [heard, unheard] = notes();
  if (heard === undefined || unheard === undefined) throw new Error('two acts');
  const payload = { code: 'role', author: heard.actor, device: heard.device, subjects: [CASE], events: [] };
  const told = sampleEvent({ type: 'act.held', subject: { kind: 'act', id: heard.act }, payload }, { n: 1, seq: 1 });
  await ledger.write(async (db) => {
    await insertEvents(db, [heard, unheard], 1);
    await db.run("UPDATE event SET state = 5, code = 'role'");
    await insertEvents(db, [{ ...told, device: sampleId(8) }], 0);
    return { result: undefined, subjects: [] };
  });
  expect(await heldElsewhere(ledger.reader, heard.device)).toEqual([{ act: unheard.act, events: 1 }]);
});

it('S-28: a decision that is put back while what waits is read does not go out', async () => {
  const { ledger } = at;
  const made = { type: 'act.admitted', subject: { kind: 'act', id: sampleId(30) }, payload: {} } as const;
  const event = { ...sampleEvent(made, { n: 1 }), device: sampleId(7) };
  const answer = JSON.stringify({ act: event.act });
  await ledger.write(async (db) => {
    await insertEvents(db, [event], 1);
    await db.run('INSERT INTO command (id, answer, at) VALUES (?, ?, ?)', [sampleId(31), answer, NOON - 9_000]);
    return { result: undefined, subjects: [] };
  });
  let found: string[] | null = null;
  const putBack = () =>
    ledger.write(async (db) => {
      found = await putBackDecision(db, sampleId(30), { actor: event.actor, now: NOON });
      return { result: undefined, subjects: [] };
    });
  const reader: Database = {
    ...ledger.reader,
    async all<T>(sql: string, values?: readonly SqlValue[]) {
      const rows = await ledger.reader.all<T>(sql, values);
      if (sql.includes('LIMIT') && found === null) await putBack();
      return rows;
    },
  };
  const sent: unknown[] = [];
  const api: CentralApi = {
    async json(shape, { body }: Ask) {
      sent.push(body);
      return shape.parse({ accepted: [], rejected: [] });
    },
    stream: () => Promise.reject(new Error('nobody listens')),
  };
  const { key } = makeDeviceKey(PLAIN_BOX);
  const signal = new AbortController().signal;
  await pushBatch({ ...ledger, reader }, sampleId(7), key, api, 'token', signal, new Set(), () => NOON);
  expect(found).toEqual([sampleId(30)]);
  expect(sent).toEqual([]);
});
