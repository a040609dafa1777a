import type { Database } from '#engine/store/database.ts';
import { readMeta } from '#engine/store/meta.ts';
import { hasNoLog } from '#engine/store/packed-parts.ts';
import { PACKED_TYPE } from '#shared/contract/packed-snapshot.ts';
import { PROTOCOL } from '#shared/contract/version.ts';
import { type PullReply, pullReplySchema } from '#shared/contract/wire/sync.ts';
import { FOLDS } from '#shared/sync/fold-version.ts';
import { type CentralApi, CentralProblem } from './central-api.ts';
import { fillFromSnapshot } from './fill.ts';
import { fillFromParts } from './fill-from-parts.ts';
import { beginEpoch, EpochChanged, type Taker, takePage } from './take-events.ts';

/** Log positions asked for at a time. */
export const PAGE = 2_000;

/** One signed-in line to central. */
export interface Line {
  /** Log positions asked for at a time. */
  page: number;
  api: CentralApi;
  signal: AbortSignal;
  withToken<T>(ask: (token: string) => Promise<T>): Promise<T>;
}

/**
 * Brings the store up to central's head: by snapshot at first, then by pages, the next one fetched while the last is
 * written. A new epoch is begun and followed.
 */
export async function catchUp(taker: Taker, line: Line, progress: (done: number, of: number) => void): Promise<void> {
  try {
    await fetchAll(taker, line, progress);
  } catch (error) {
    const behind = error instanceof CentralProblem && error.code === 'ahead-of-central';
    if (!behind && !(error instanceof EpochChanged)) throw error;
    await beginEpoch(taker, error instanceof EpochChanged ? error.epoch : null);
    await fetchAll(taker, line, progress);
  }
}

async function fetchAll(taker: Taker, line: Line, progress: (done: number, of: number) => void): Promise<void> {
  let after = (await readMeta(taker.ledger.reader, 'position')) ?? 0;
  const fill = async (again: boolean) => {
    const folds = !again && (await mayTakeParts(taker.ledger.reader)) ? `&folds=${FOLDS}` : '';
    const path = `/v1/sync/snapshot?protocol=${PROTOCOL}${folds}`;
    const response = await line.withToken((token) =>
      line.api.stream({ path, token, signal: line.signal, accept: '*/*' }),
    );
    if (response.headers.get('content-type') === PACKED_TYPE) await fillFromParts(taker, response, progress);
    else await fillFromSnapshot(taker, response, again, progress);
  };
  if (after === 0) {
    await fill(false);
    after = (await readMeta(taker.ledger.reader, 'position')) ?? 0;
  }
  // A page asked for ahead is let go of where the one before it could not be taken: nobody waits for it then.
  const ended = new AbortController();
  const signal = AbortSignal.any([line.signal, ended.signal]);
  const pull = (from: number): Promise<PullReply> =>
    line.withToken((token) =>
      line.api.json(pullReplySchema, {
        path: `/v1/sync/pull?protocol=${PROTOCOL}&after=${from}&limit=${line.page}`,
        token,
        signal,
        timeoutMs: 60_000,
      }),
    );
  let ahead: Promise<PullReply> | null = pull(after);
  try {
    while (ahead !== null) {
      const page: PullReply = await ahead;
      const more = page.next < page.head && page.next > after;
      after = page.next;
      ahead = more ? pull(after) : null;
      ahead?.catch(() => {});
      await takePage(taker, page);
    }
  } finally {
    if (ahead !== null) {
      ended.abort();
      await ahead.catch(() => {});
    }
  }
  if ((await readMeta(taker.ledger.reader, 'refill')) === true) await fill(true);
}

/** States that central folded stand for a log of which nothing is here yet. All else, and a second try, meets events one by one. */
async function mayTakeParts(db: Database): Promise<boolean> {
  return (await readMeta(db, 'packedBegun')) !== true && (await hasNoLog(db));
}
