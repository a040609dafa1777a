import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { purgeReturned } from '#engine/store/accepted-before.ts';
import { eraseAllTold } from '#engine/store/erase-told.ts';
import { insertEventsJson } from '#engine/store/event-rows.ts';
import { forgetMeta, writeMeta } from '#engine/store/meta.ts';
import { dropParts } from '#engine/store/packed-parts.ts';
import { keepKeys } from '#engine/store/subject-keys.ts';
import { KEY_LINE, type SnapshotHeader, snapshotHeaderSchema, subjectKeySchema } from '#shared/contract/wire/sync.ts';
import { learnFromLog, type Taker } from './take-events.ts';
import { cutOfFill } from './told-rights.ts';

/** Events of the snapshot written at a time. */
const BATCH = 2_000;

/** Bytes unpacked at a time. */
const UNPACKED = 256 * 1024;

/** Lines of the snapshot: keys come before the events they open. */
interface Lines {
  keys: string[];
  events: string[];
}

/**
 * First fill: reads central's snapshot into the log, then folds everything once. Cut in the middle it leaves the
 * position at 0, and the next try starts again; what was written already is the same events.
 * @param again true when the store is in step and only wants the log once more: its position stays
 * @param progress told events in so far and of how many
 * @throws Error when the stream ends before the number of events its header names
 */
export async function fillFromSnapshot(
  taker: Taker,
  response: Response,
  again: boolean,
  progress: (done: number, of: number) => void,
): Promise<void> {
  if (!response.body) throw new TypeError('the snapshot has no body');
  let header: SnapshotHeader | null = null;
  let batch: Lines = { keys: [], events: [] };
  let done = 0;
  // One batch is written while the next is read.
  let writing: Promise<void> = Promise.resolve();
  const flush = async () => {
    await writing;
    const lines = batch;
    batch = { keys: [], events: [] };
    done += lines.events.length;
    if (header) progress(done, header.events);
    writing = write(taker, lines);
    writing.catch(() => {});
  };
  for await (const lines of linesOf(response.body)) {
    for (const line of lines) {
      if (line === '') continue;
      if (header === null) {
        header = snapshotHeaderSchema.parse(JSON.parse(line));
        progress(0, header.events);
      } else if (line.startsWith(KEY_LINE)) batch.keys.push(line);
      else batch.events.push(line);
    }
    if (batch.events.length >= BATCH) await flush();
  }
  if (header === null || done + batch.events.length < header.events) throw new TypeError('the snapshot was cut');
  // The last line alone can be half there: reading it here tells a cut stream from a store that cannot be written.
  const last = batch.events.at(-1);
  if (last !== undefined) JSON.parse(last);
  if (batch.events.length > 0) await flush();
  await writing;
  const { epoch, seq, scope } = header;
  const erased = await taker.ledger.write(async (db) => {
    await learnFromLog(db, taker);
    const subjects = await eraseAllTold(db);
    const result = subjects.length > 0;
    await forgetMeta(db, ['refill', 'packedBegun']);
    await dropParts(db);
    const cut = await cutOfFill(db, scope);
    if (again) {
      await writeMeta(db, cut);
      return { result, subjects };
    }
    await purgeReturned(db, seq);
    await writeMeta(db, { epoch, position: seq, syncedAt: taker.now(), ...cut });
    return { result, subjects: [], everything: true };
  });
  if (erased) await taker.ledger.scrub();
}

async function write(taker: Taker, { keys, events }: Lines): Promise<void> {
  await taker.ledger.write(async (db) => {
    await keepKeys(
      db,
      keys.map((line) => subjectKeySchema.parse(JSON.parse(line))),
    );
    await insertEventsJson(db, `[${events.join(',')}]`, 0);
    return { result: undefined, subjects: [] };
  });
}

/** Lines of the body, many at a time, unpacked when the transport did not do it already. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string[]> {
  const reader = body.getReader();
  const first = await reader.read();
  if (first.done) return;
  const bytes = Readable.from(from(first.value, reader), { objectMode: false });
  const zipped = first.value[0] === 0x1f && first.value[1] === 0x8b;
  const gunzip = zipped ? createGunzip({ chunkSize: UNPACKED }) : null;
  if (gunzip) {
    bytes.on('error', (error) => gunzip.destroy(error));
    gunzip.on('close', () => bytes.destroy());
    bytes.pipe(gunzip);
  }
  const plain: Readable = gunzip ?? bytes;
  plain.setEncoding('utf8');
  let half = '';
  for await (const text of plain as AsyncIterable<string>) {
    const lines = (half + text).split('\n');
    half = lines.pop() ?? '';
    yield lines;
  }
  if (half !== '') yield [half];
}

async function* from(first: Uint8Array, reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}
