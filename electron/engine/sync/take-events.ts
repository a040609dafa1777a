import { purgeReturned, rememberAccepted, subjectsUnbrought } from '#engine/store/accepted-before.ts';
import type { Database } from '#engine/store/database.ts';
import { eraseAllTold, eraseTold } from '#engine/store/erase-told.ts';
import { insertEvents } from '#engine/store/event-rows.ts';
import { followHeld } from '#engine/store/held-rows.ts';
import type { Ledger } from '#engine/store/ledger.ts';
import { type Meta, readMeta, readSome, writeMeta } from '#engine/store/meta.ts';
import { forgetKeys, keepKeys, unconfirmAll } from '#engine/store/subject-keys.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { PullReply } from '#shared/contract/wire/sync.ts';
import { mergeHlc } from '#shared/kit/hlc.ts';
import { cutTo } from './sight.ts';
import { rightsToldOf } from './told-rights.ts';

/** Central was restored from an older copy: what it lacks must be sent again. */
export class EpochChanged extends Error {
  /** Null when central has not said its name yet. */
  readonly epoch: string | null;

  constructor(epoch: string | null) {
    super('central began a new epoch');
    this.name = 'EpochChanged';
    this.epoch = epoch;
  }
}

/** What taking events needs to know of this console. */
export interface Taker {
  ledger: Ledger;
  device: string;
  now(): number;
  /** Told the numbers of cases that this console wrote on and that are not its own to keep any more. */
  left?(numbers: readonly string[]): void;
}

/** Writes accepted events and what the clocks learn from them, in the caller's transaction. */
export async function takeAccepted(db: Database, events: readonly AnyEvent[], taker: Taker): Promise<void> {
  if (events.length === 0) return;
  await insertEvents(db, events, 0);
  let newest = events[0]?.at ?? '';
  let own = 0;
  for (const event of events) {
    if (event.at > newest) newest = event.at;
    if (event.device === taker.device && event.n > own) own = event.n;
  }
  const { hlc = null, n = 0 } = await readSome(db, ['hlc', 'n']);
  const values: Partial<Meta> = { hlc: mergeHlc(hlc, newest, taker.now()), lastSeenMs: taker.now() };
  // A store put back from an older copy must not give a count twice.
  if (own > n) values.n = own;
  await writeMeta(db, values);
}

/** What the clocks and the count learn from a whole log that was written without being looked at. */
export async function learnFromLog(db: Database, taker: Taker): Promise<void> {
  const found = await db.get<{ at: string | null; n: number | null }>(
    "SELECT MAX(body ->> '$.at') AS at, MAX(CASE WHEN device = ? THEN n END) AS n FROM event",
    [taker.device],
  );
  const values: Partial<Meta> = { lastSeenMs: taker.now() };
  if (found?.at != null) values.hlc = mergeHlc((await readMeta(db, 'hlc')) ?? null, found.at, taker.now());
  if ((found?.n ?? 0) > ((await readMeta(db, 'n')) ?? 0)) values.n = found?.n ?? 0;
  await writeMeta(db, values);
}

/**
 * Writes one pulled page: events and the keys to them, what came into scope and what left it, and the new position, in
 * one transaction.
 */
export async function takePage(taker: Taker, page: PullReply): Promise<void> {
  const { erased, parted } = await taker.ledger.write(async (db) => {
    const { epoch, sight, user } = await readSome(db, ['epoch', 'sight', 'user']);
    if (epoch !== undefined && epoch !== page.epoch) throw new EpochChanged(page.epoch);
    const subjects = new Set<string>();
    const events = [...page.events, ...page.entered.flatMap((one) => one.events)];
    await keepKeys(db, page.keys ?? []);
    const news = await newsAmong(db, events, taker.device);
    await takeAccepted(db, news, taker);
    for (const id of await followHeld(db)) subjects.add(id);
    // What comes back may lie before an erasure that was told long ago.
    const isBack = events.some(({ was }) => was !== undefined);
    const erased = isBack ? await eraseAllTold(db) : await eraseTold(db, events);
    for (const id of erased) subjects.add(id);
    for (const event of news) subjects.add(event.subject.id);
    const unbrought = await subjectsUnbrought(
      db,
      page.next,
      events.map(({ id }) => id),
    );
    const left = [...new Set([...page.left.map(({ id }) => id), ...unbrought])];
    for (const id of left) subjects.add(id);
    const parted = await ownNumbers(db, taker.device, left);
    if (left.length > 0) await forgetSubjects(db, left);
    await purgeReturned(db, page.next);
    const cut = cutTo(page.scope, rightsToldOf(user?.id, events), sight);
    const values: Partial<Meta> = { epoch: page.epoch, position: page.next, ...cut };
    if (page.next >= page.head) values.syncedAt = taker.now();
    await writeMeta(db, values);
    return { result: { erased: erased.length > 0, parted }, subjects };
  });
  if (parted.length > 0) taker.left?.(parted);
  if (erased) await taker.ledger.scrub();
}

/** A page without what central's answer to a push has told already, place and receipt and all. */
async function newsAmong(db: Database, events: readonly AnyEvent[], device: string): Promise<readonly AnyEvent[]> {
  const own = events.filter((event) => event.device === device);
  if (own.length === 0) return events;
  const rows = await db.all<{ id: string; seq: number; recorded_at: string; receipt: string | null; times: string }>(
    `SELECT id, seq, recorded_at, receipt, json_array(body -> '$.happenedAt', body -> '$.certain',
       body -> '$.payload.receivedAt') AS times FROM event
     WHERE id IN (SELECT value FROM json_each(?)) AND state = 0 AND was IS NULL`,
    [JSON.stringify(own.map(({ id }) => id))],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  return events.filter((event) => {
    const row = known.get(event.id);
    if (row === undefined || event.was !== undefined) return true;
    if (row.seq !== event.seq || row.recorded_at !== event.recordedAt) return true;
    // S-38: what it had sent before its store was put back keeps the time that central knows.
    return row.receipt !== (event.receipt ?? null) || row.times !== timesOf(event);
  });
}

const timesOf = ({ happenedAt, certain, payload: { receivedAt } }: AnyEvent) =>
  JSON.stringify([happenedAt, certain, receivedAt ?? null]);

/** Numbers of those of these cases that this console wrote on itself. */
async function ownNumbers(db: Database, device: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db.all<{ name: string | null }>(
    `SELECT COALESCE(number, label) AS name FROM case_row WHERE id IN (SELECT value FROM json_each(?))
     AND EXISTS (SELECT 1 FROM event WHERE event.subject_id = case_row.id AND event.device = ?) ORDER BY number, label`,
    [JSON.stringify(ids), device],
  );
  return rows.flatMap((row) => row.name ?? []);
}

/** Purges what went out of scope and what opens it (S-25); what was not sent yet stays. */
export async function forgetSubjects(db: Database, ids: readonly string[]): Promise<void> {
  await db.run('DELETE FROM event WHERE state = 0 AND subject_id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(ids),
  ]);
  await forgetKeys(db, ids);
}

/**
 * Begins a new epoch: nothing counts as accepted until central says so again. The console's own events wait to be
 * sent anew; those of others are set aside, kept, until central brings them. What has a receipt can be brought back.
 */
export async function beginEpoch(taker: Taker, epoch: string | null): Promise<void> {
  await taker.ledger.write(async (db) => {
    await rememberAccepted(db);
    await db.run(
      `UPDATE event SET state = CASE WHEN device = ? THEN 1 ELSE 4 END, seq = NULL, recorded_at = NULL, receipt = NULL,
         was = NULL WHERE state = 0`,
      [taker.device],
    );
    // What it held before a supervisor is for the new one to hold again, or not.
    await db.run('UPDATE event SET state = 1, code = NULL, message = NULL WHERE state = 5');
    await unconfirmAll(db);
    await writeMeta(db, { position: 0, ...(epoch === null ? {} : { epoch }) });
    return { result: undefined, subjects: [] };
  });
}
