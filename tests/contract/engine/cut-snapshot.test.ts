import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Ledger } from '#engine/store/ledger.ts';
import { readMeta } from '#engine/store/meta.ts';
import { fillFromSnapshot } from '#engine/sync/fill.ts';
import { PROTOCOL } from '#shared/contract/version.ts';
import { startCentral } from '#tests/support/central.ts';
import { logIn } from '#tests/support/central-console.ts';
import { startEngine, temporaryFolder } from '#tests/support/engine.ts';
import { ledgerIn, tablesOf } from '#tests/support/ledger-tables.ts';

const NOW = Date.parse('2026-11-23T12:00:00+08:00');
const DEVICE = '0199a000-0000-7000-8000-0000000000aa';
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let packed: Buffer;
let whole = '';
let stores = 0;

const newLedger = () => ledgerIn(join(place.folder, `store-${stores++}`), NOW);

/** The snapshot up to a byte, in chunks as a line would bring it; then the line ends, or breaks. */
function cutAt(bytes: number, breaks: boolean): Response {
  const chunk = 4_096;
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(line) {
      if (sent >= bytes) {
        if (breaks) line.error(new TypeError('the line was cut'));
        else line.close();
        return;
      }
      line.enqueue(new Uint8Array(packed.subarray(sent, Math.min(bytes, sent + chunk))));
      sent += chunk;
    },
  });
  return new Response(body);
}

const seen: [number, number][] = [];
const fill = (ledger: Ledger, response: Response) =>
  fillFromSnapshot(
    { ledger, device: DEVICE, now: () => NOW },
    response,
    false,
    (done, of) => void seen.push([done, of]),
  );

beforeAll(async () => {
  place = await temporaryFolder();
  const central = await startCentral({ sample: true });
  const { accessToken } = await logIn(central);
  const response = await fetch(`${central.url}/v1/sync/snapshot?protocol=${PROTOCOL}`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  packed = Buffer.from(await response.arrayBuffer());
  await central.stop();
  const ledger = await newLedger();
  await fill(ledger, cutAt(packed.length, false));
  whole = await tablesOf(ledger);
  await ledger.close();
}, 120_000);
afterAll(() => place.remove());

/** Every byte of the gzip header and trailer, the borders of what comes at once, and many between. */
function cuts(): number[] {
  const end = packed.length;
  const around = [4_096, 8_192, 16_384, 65_536].flatMap((at) => [at - 1, at, at + 1]);
  let state = 20_261_123;
  const random = Array.from({ length: 200 }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state % end;
  });
  const ends = Array.from({ length: 9 }, (_, back) => end - 1 - back);
  return [...Array.from({ length: 40 }, (_, at) => at), ...around, ...ends, ...random].filter((at) => at < end);
}

it('S-40: cut at any byte, a first fill shows nothing as whole, and the next one brings it all, byte for byte', async () => {
  const events = gunzipSync(packed).toString().split('\n').length;
  expect(events).toBeGreaterThan(1_000);
  const ledger = await newLedger();
  const empty = await ledger.reader.all('SELECT id FROM case_row');
  for (const [index, at] of cuts().entries()) {
    await expect(fill(ledger, cutAt(at, index % 2 === 0)), `byte ${at}`).rejects.toThrow(/cut|unexpected end|JSON/i);
    expect(await readMeta(ledger.reader, 'position'), `byte ${at}`).toBeUndefined();
    expect(await ledger.reader.all('SELECT id FROM case_row')).toEqual(empty);
  }
  await fill(ledger, cutAt(packed.length, false));
  expect(await tablesOf(ledger)).toBe(whole);
  await ledger.close();
  // What it told on the way never went beyond what there is.
  expect(seen.length).toBeGreaterThan(10);
  expect(seen.every(([done, of]) => done <= of && of > 0)).toBe(true);
});

it('S-40: one that ends too early is cut, however well it is packed', async () => {
  const lines = gunzipSync(packed).toString().split('\n');
  const half = gzipSync(`${lines.slice(0, lines.length >> 1).join('\n')}\n`);
  const ledger = await newLedger();
  await expect(fill(ledger, new Response(new Uint8Array(half)))).rejects.toThrow(/cut/);
  expect(await readMeta(ledger.reader, 'position')).toBeUndefined();
  await ledger.close();
});

it('S-40: a store that was cut once only heals the same', async () => {
  const end = packed.length;
  for (const part of [0.05, 0.3, 0.5, 0.7, 0.9, 0.99]) {
    const ledger = await newLedger();
    await expect(fill(ledger, cutAt(Math.floor(end * part), part > 0.5))).rejects.toThrow(/cut|unexpected end|JSON/i);
    await fill(ledger, cutAt(end, false));
    expect(await tablesOf(ledger), `cut at ${part}`).toBe(whole);
    await ledger.close();
  }
});

it('S-40: an engine killed in the middle of its first fill starts it again and shows how far it is', async () => {
  const central = await startCentral({ sample: true });
  const { folder, remove } = await temporaryFolder();
  const slow = await startEngine(folder, {
    central,
    fetch: async (url, init) => {
      const reply = await fetch(url, init);
      if (!url.includes('/v1/sync/snapshot')) return reply;
      const bytes = new Uint8Array(await reply.arrayBuffer());
      let sent = 0;
      return new Response(
        new ReadableStream<Uint8Array>({
          async pull(line) {
            // Half of it comes, then the line hangs until the engine ends.
            if (sent > bytes.length / 2 || init?.signal?.aborted) {
              init?.signal?.throwIfAborted();
              return new Promise((_, reject) =>
                init?.signal?.addEventListener('abort', () => reject(new Error('ended'))),
              );
            }
            line.enqueue(bytes.slice(sent, sent + 16_384));
            sent += 16_384;
          },
        }),
        { headers: reply.headers },
      );
    },
  });
  const told = await slow.until('link.watch', {}, (status) => status.filling !== null, 20_000);
  expect(told.filling?.done).toBeLessThan(told.filling?.of ?? 0);
  expect(told.syncedAt).toBeNull();
  await slow.stop();
  const again = await startEngine(folder, { central });
  await again.until('link.watch', {}, (status) => status.link === 'live' && status.filling === null, 30_000);
  const picture = await again.until('rows.watch', {}, (message) => message.kind === 'picture');
  expect(picture.kind === 'picture' ? picture.rows.length : 0).toBeGreaterThan(30);
  await again.stop();
  await remove();
  await central.stop();
});
