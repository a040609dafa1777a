import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SILENT_LOG } from '#engine/log.ts';
import { PLAIN_BOX } from '#engine/secret-box.ts';
import { insertEvents, TURNED_DOWN } from '#engine/store/event-rows.ts';
import { type Ledger, openLedger } from '#engine/store/ledger.ts';
import { writeMeta } from '#engine/store/meta.ts';
import { openStore } from '#engine/store/open-store.ts';
import { defaultPolicies } from '#shared/clocks/policies.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { CASE, NOON, sampleEvent, sampleId } from '#shared/sync/sample-events.ts';
import { askHeld } from './ask-held.ts';
import type { Ask, CentralApi } from './central-api.ts';
import { makeDeviceKey } from './device-key.ts';
import { pushBatch } from './push-acts.ts';

const MANY = 2_300;

let folder: string;
let ledger: Ledger;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prihatin-engine-'));
  ledger = await openLedger(await openStore(folder, () => '', SILENT_LOG), defaultPolicies, () => NOON);
});
afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

/** So many acts of the console it was, a note each. */
function notes(): AnyEvent[] {
  const note = { type: 'case.noted', subject: CASE, payload: {} } as const;
  return Array.from({ length: MANY }, (_, index): AnyEvent => {
    const n = index + 1;
    return { ...sampleEvent(note, { n }), id: sampleId(10_000 + n), act: sampleId(20_000 + n), device: sampleId(7), n };
  });
}

it('S-21: what goes on waiting, however much it is, keeps nothing behind it from being sent', async () => {
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
  const at = { position: -1 };
  const ask = () => askHeld(ledger, sampleId(9), key, api, (one) => one('token'), signal, at);
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
