import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOfSubjects, insertEvents } from '#engine/store/event-rows.ts';
import type { Ledger } from '#engine/store/ledger.ts';
import { readMeta } from '#engine/store/meta.ts';
import { keepParts, partsHere } from '#engine/store/packed-parts.ts';
import { alignSight } from '#engine/sync/align-sight.ts';
import { fillFromSnapshot } from '#engine/sync/fill.ts';
import { fillFromParts } from '#engine/sync/fill-from-parts.ts';
import { takePage } from '#engine/sync/take-events.ts';
import { LENGTH_BYTES, PACKED_TYPE } from '#shared/contract/packed-snapshot.ts';
import { PROTOCOL } from '#shared/contract/version.ts';
import type { PullReply } from '#shared/contract/wire/sync.ts';
import type { Scope } from '#shared/domain/person-role.ts';
import { FOLDS } from '#shared/sync/fold-version.ts';
import { sampleEvent } from '#shared/sync/sample-events.ts';
import { startCentral, type TestCentral } from '#tests/support/central.ts';
import { logIn, post } from '#tests/support/central-console.ts';
import { temporaryFolder } from '#tests/support/engine.ts';
import { foldsOf, ledgerIn, tablesOf } from '#tests/support/ledger-tables.ts';

const NOW = Date.parse('2026-11-23T12:00:00+08:00');
const DEVICE = '0199a000-0000-7000-8000-0000000000aa';
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let central: TestCentral;
let packed: Buffer;
let whole = '';
let wholeFolds = '';
let stores = 0;

const snapshot = async (query: string) => {
  const { accessToken } = await logIn(central);
  return fetch(`${central.url}/v1/sync/snapshot?protocol=${PROTOCOL}${query}`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
};
const takerOf = (ledger: Ledger) => ({ ledger, device: DEVICE, now: () => NOW });
const newLedger = () => ledgerIn(join(place.folder, `store-${stores++}`), NOW);
const fill = (ledger: Ledger, bytes: Buffer) =>
  fillFromParts(takerOf(ledger), new Response(new Uint8Array(bytes)), () => {});
const unpackAll = async (ledger: Ledger) => {
  while (await ledger.unpackPart());
};

beforeAll(async () => {
  place = await temporaryFolder();
  central = await startCentral({ sample: true });
  const ledger = await newLedger();
  await fillFromSnapshot(takerOf(ledger), await snapshot(''), false, () => {});
  [whole, wholeFolds] = [await tablesOf(ledger), await foldsOf(ledger)];
  await ledger.close();
  const response = await snapshot(`&folds=${FOLDS}`);
  if (response.headers.get('content-type') !== PACKED_TYPE) throw new Error('nothing was packed');
  packed = Buffer.from(await response.arrayBuffer());
}, 60_000);
afterAll(async () => {
  await central.stop();
  await place.remove();
});

describe('S-40: a first fill from what central folded', () => {
  it('ends byte-equal to one from events, rows at once and the log once it is unpacked', async () => {
    const ledger = await newLedger();
    await fill(ledger, packed);
    expect(ledger.isPacked()).toBe(true);
    expect(await foldsOf(ledger)).toBe(wholeFolds);
    await unpackAll(ledger);
    expect(ledger.isPacked()).toBe(false);
    expect(await tablesOf(ledger)).toBe(whole);
    await ledger.write(async () => ({ result: undefined, subjects: [], everything: true }));
    expect(await foldsOf(ledger)).toBe(wholeFolds);
    await ledger.close();
  });

  it('lets nobody read half a log: who asks for events waits for all of them', async () => {
    const ledger = await newLedger();
    await fill(ledger, packed);
    const row = await ledger.reader.get<{ id: string }>('SELECT id FROM case_row LIMIT 1');
    expect((await eventsOfSubjects(ledger.reader, [row?.id ?? ''])).length).toBeGreaterThan(0);
    expect(await tablesOf(ledger)).toBe(whole);
    await ledger.close();
  });

  it('goes on after a restart; a transaction on the log unpacks it first, and one that fails leaves it packed', async () => {
    const folder = join(place.folder, `store-${stores++}`);
    const first = await ledgerIn(folder, NOW);
    await fill(first, packed);
    await first.close();
    const ledger = await ledgerIn(folder, NOW);
    expect(ledger.isPacked()).toBe(true);
    const failing = ledger.write(async (db) => {
      await db.get('SELECT 1 FROM event');
      throw new Error('it fails');
    });
    await expect(failing).rejects.toThrow('it fails');
    expect(ledger.isPacked()).toBe(true);
    await ledger.write(async (db) => {
      const count = await db.get<{ n: number }>('SELECT COUNT(*) AS n FROM event');
      expect(count?.n).toBeGreaterThan(1_000);
      return { result: undefined, subjects: [] };
    });
    expect(ledger.isPacked()).toBe(false);
    expect(await tablesOf(ledger)).toBe(whole);
    await ledger.close();
  });

  it('leaves no row when it is cut, or a byte is another, and the next try brings all', async () => {
    const ledger = await newLedger();
    const cuts = [0, 3, 5, 200, ...[0.1, 0.3, 0.5, 0.7, 0.9].map((part) => Math.floor(packed.length * part))];
    for (const at of [...cuts, packed.length - 1]) {
      await expect(fill(ledger, packed.subarray(0, at)), `byte ${at}`).rejects.toThrow(/cut|JSON/);
      expect(await ledger.reader.all('SELECT id FROM case_row')).toEqual([]);
      expect(await readMeta(ledger.reader, 'position')).toBeUndefined();
    }
    // Between two frames, where nothing looks torn: after the header and the group without states.
    let between = 0;
    for (let frames = 0; frames < 5; frames++) between += LENGTH_BYTES + packed.readUInt32BE(between);
    await expect(fill(ledger, packed.subarray(0, between))).rejects.toThrow('cut');
    expect(await ledger.reader.all('SELECT id FROM case_row')).toEqual([]);
    const other = Buffer.from(packed);
    other[packed.length - 40] = (other[packed.length - 40] ?? 0) ^ 1;
    await expect(fill(ledger, other)).rejects.toThrow('as it was packed');
    expect(ledger.isPacked()).toBe(false);
    await fill(ledger, packed);
    expect(await tablesOf(ledger)).toBe(whole);
    await ledger.close();
  });

  it('S-31: leaves nothing of a fill that was cut to a person of another scope', async () => {
    const ledger = await newLedger();
    const line = { api: {}, withToken: () => Promise.reject(new Error('nobody is asked')), signal: undefined } as never;
    const at = (scope: Scope) =>
      alignSight(takerOf(ledger), line, { id: DEVICE, name: 'A', role: 'coordinator', scope });
    expect(await at({ kind: 'hq' })).toBe(false);
    await expect(fill(ledger, packed.subarray(0, packed.length - 1))).rejects.toThrow('cut');
    await ledger.write(async (db) => ({
      result: await keepParts(db, [{ keys: '[]', states: new Uint8Array(), history: new Uint8Array() }], 9_000),
      subjects: [],
    }));
    expect(await at({ kind: 'branch', branch: 'KLU' })).toBe(true);
    expect(await partsHere(ledger.reader)).toEqual([]);
    await ledger.close();
  });

  it('keeps what was made here meanwhile, also on a case that the parts tell of', async () => {
    const ledger = await newLedger();
    const source = await newLedger();
    await fill(source, packed);
    const row = await source.reader.get<{ id: string }>('SELECT id FROM case_row LIMIT 1');
    await source.close();
    const subject = { kind: 'case', id: row?.id ?? '' } as const;
    const note = sampleEvent(
      { type: 'case.triaged', subject, payload: { priority: 'high' } },
      { n: 1, device: DEVICE },
    );
    await ledger.write(async (db) => {
      await insertEvents(db, [note], 1);
      return { result: undefined, subjects: [] };
    });
    await fill(ledger, packed);
    const before = await foldsOf(ledger);
    const drawn = await ledger.reader.get<{ row: string }>('SELECT row FROM case_row WHERE id = ?', [subject.id]);
    expect(JSON.parse(drawn?.row ?? '{}')).toMatchObject({ unsent: 1 });
    await ledger.write(async () => ({ result: undefined, subjects: [], everything: true }));
    expect(await foldsOf(ledger)).toBe(before);
    await ledger.close();
  });

  it('goes by while nothing comes, and is unpacked before a page with news', async () => {
    const ledger = await newLedger();
    await fill(ledger, packed);
    const position = (await readMeta(ledger.reader, 'position')) ?? 0;
    const epoch = (await readMeta(ledger.reader, 'epoch')) ?? '';
    const page: PullReply = {
      epoch,
      scope: { kind: 'hq' },
      events: [],
      entered: [],
      left: [],
      next: position,
      head: position,
      now: '',
    };
    await takePage(takerOf(ledger), page);
    expect(ledger.isPacked()).toBe(true);
    const row = await ledger.reader.get<{ id: string }>('SELECT id FROM case_row LIMIT 1');
    const subject = { kind: 'case', id: row?.id ?? '' } as const;
    const news = sampleEvent(
      { type: 'case.triaged', subject, payload: { priority: 'high' } },
      { n: 9, device: 'desk-b', seq: position + 1, seen: position },
    );
    await takePage(takerOf(ledger), { ...page, events: [news], next: position + 1, head: position + 1 });
    expect(ledger.isPacked()).toBe(false);
    expect((await eventsOfSubjects(ledger.reader, [subject.id])).some(({ id }) => id === news.id)).toBe(true);
    await ledger.close();
  });
});

describe('the packed snapshot', () => {
  it('is given only to whom folds alike, and follows what happens at central', async () => {
    expect((await snapshot(`&folds=${FOLDS + 1}`)).headers.get('content-type')).toBe('application/gzip');
    const report = { text: 'Pekerja maut dihempap kren di Nilai' };
    await post(`${central.url}/v1/intake/reports`, report, { authorization: `Bearer ${central.credentials.apiKey}` });
    const { accessToken } = await logIn(central);
    const authorization = `Bearer ${accessToken}`;
    const cases = await (await fetch(`${central.url}/v1/cases`, { headers: { authorization } })).json();
    const number = (cases as { items: { number: string }[] }).items[0]?.number;
    const reason = { reason: 'tamat tempoh simpanan', reports: true };
    const erased = await post(`${central.url}/v1/cases/${number}/erase`, reason, { authorization });
    expect(erased.status).toBe(200);
    const [slow, fast] = [await newLedger(), await newLedger()];
    await fillFromSnapshot(takerOf(slow), await snapshot(''), false, () => {});
    await fill(fast, Buffer.from(await (await snapshot(`&folds=${FOLDS}`)).arrayBuffer()));
    const both = [await tablesOf(slow), await tablesOf(fast)];
    expect(both[1]).toBe(both[0]);
    expect(both[1]).not.toBe(whole);
    await slow.close();
    await fast.close();
  });
});
