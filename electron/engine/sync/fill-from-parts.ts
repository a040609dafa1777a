import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { purgeReturned } from '#engine/store/accepted-before.ts';
import { insertEventsJson } from '#engine/store/event-rows.ts';
import { forgetMeta, readMeta, writeMeta } from '#engine/store/meta.ts';
import { dropParts, keepParts, type PackedPart, readKeys } from '#engine/store/packed-parts.ts';
import { keepKeys } from '#engine/store/subject-keys.ts';
import {
  type PackedHeader,
  type PackedMeta,
  packedHeaderSchema,
  packedMetaSchema,
} from '#shared/contract/packed-snapshot.ts';
import { mergeHlc } from '#shared/kit/hlc.ts';
import { readFrames } from './frames.ts';
import type { Taker } from './take-events.ts';
import { cutOfFill } from './told-rights.ts';

const unpack = promisify(gunzip);

/** Bytes of parts put by in one transaction. */
const TOGETHER = 2 * 1024 * 1024;

/** A group as it came. */
interface Group {
  meta: PackedMeta;
  part: PackedPart;
}

/**
 * First fill of a store without a log, from what central folded and packed: parts are put by as they come, then all rows
 * are made in one transaction; histories are unpacked afterwards. Cut in the middle it leaves no row and the position
 * at 0 (S-40).
 * @param progress told events in so far and of how many
 * @throws TypeError when the stream ends before all the events its header names, or bytes are not as central packed them
 */
export async function fillFromParts(
  taker: Taker,
  response: Response,
  progress: (done: number, of: number) => void,
): Promise<void> {
  if (!response.body) throw new TypeError('the snapshot has no body');
  const frames = readFrames(response.body);
  try {
    const header = packedHeaderSchema.parse(JSON.parse((await need(frames)).toString()));
    progress(0, header.events);
    await taker.ledger.write(async (db) => {
      await dropParts(db);
      await writeMeta(db, { packedBegun: true });
      return { result: undefined, subjects: [] };
    });
    const { newest, loose } = await putBy(taker, frames, header, progress);
    const { epoch, seq, scope } = header;
    await taker.ledger.write(async (db) => {
      for (const { keys, history } of loose) {
        await keepKeys(db, readKeys(keys));
        await insertEventsJson(db, (await unpack(history)).toString(), 0);
      }
      await purgeReturned(db, seq);
      await forgetMeta(db, ['refill', 'packedBegun']);
      const hlc = newest === '' ? null : mergeHlc((await readMeta(db, 'hlc')) ?? null, newest, taker.now());
      const now = taker.now();
      const cut = await cutOfFill(db, scope);
      const times = { syncedAt: now, lastSeenMs: now, ...(hlc === null ? {} : { hlc }) };
      await writeMeta(db, { epoch, position: seq, ...times, ...cut });
      return { result: undefined, subjects: [], parts: true };
    });
  } finally {
    await frames.return(undefined);
  }
}

/** Puts groups by, but for events that come without folded states. @returns those, and the latest `at` of all */
async function putBy(
  taker: Taker,
  frames: AsyncGenerator<Buffer>,
  header: PackedHeader,
  progress: (done: number, of: number) => void,
): Promise<{ newest: string; loose: PackedPart[] }> {
  let done = 0;
  let newest = '';
  const loose: PackedPart[] = [];
  let parts: PackedPart[] = [];
  let bytes = 0;
  let kept = 0;
  // Some are written while the next are read.
  let writing: Promise<void> = Promise.resolve();
  const flush = async () => {
    await writing;
    const [some, first] = [parts, kept];
    kept += some.length;
    [parts, bytes] = [[], 0];
    writing = taker.ledger.write(async (db) => ({ result: await keepParts(db, some, first), subjects: [] }));
    writing.catch(() => {});
  };
  try {
    for (let group = await nextGroup(frames); group !== null; group = await nextGroup(frames)) {
      const { meta, part } = group;
      done += meta.events;
      if (meta.newest > newest) newest = meta.newest;
      if (meta.loose) loose.push(part);
      else {
        parts.push(part);
        bytes += part.states.length + part.history.length;
        if (bytes >= TOGETHER) await flush();
      }
      progress(Math.min(done, header.events), header.events);
    }
    if (done !== header.events) throw new TypeError('the snapshot was cut');
    await flush();
  } finally {
    await Promise.allSettled([writing]);
  }
  await writing;
  return { newest, loose };
}

async function need(frames: AsyncGenerator<Buffer>): Promise<Buffer> {
  const next = await frames.next();
  if (next.done) throw new TypeError('the snapshot was cut');
  return next.value;
}

async function nextGroup(frames: AsyncGenerator<Buffer>): Promise<Group | null> {
  const first = await frames.next();
  if (first.done) return null;
  const meta = packedMetaSchema.parse(JSON.parse(first.value.toString()));
  const keys = (await need(frames)).toString();
  const [states, history] = [await need(frames), await need(frames)];
  if (createHash('sha256').update(states).update(history).digest('base64url') !== meta.hash)
    throw new TypeError('the snapshot did not arrive as it was packed');
  return { meta, part: { keys, states, history } };
}
