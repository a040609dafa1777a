import { rememberAnswered } from '#engine/store/accepted-before.ts';
import { emptyRefused } from '#engine/store/erase-told.ts';
import { actsAheadOfOpening, EVENT_STATE, eventsInState, TURNED_DOWN } from '#engine/store/event-rows.ts';
import { DECIDES, freshDecisions } from '#engine/store/fresh-decisions.ts';
import type { Ledger } from '#engine/store/ledger.ts';
import { readMeta, readSome } from '#engine/store/meta.ts';
import { unconfirmKeys } from '#engine/store/subject-keys.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { PushReply } from '#shared/contract/wire/sync.ts';
import type { CentralApi } from './central-api.ts';
import type { DeviceKey } from './device-key.ts';
import { handInFitting } from './hand-in.ts';
import { confirmTaken } from './push-body.ts';
import { forgetSubjects } from './take-events.ts';

/** S-38: another console has used this one's count: one of the two is a copy. */
export class DeviceCloned extends Error {
  constructor() {
    super('a copy of this console came before');
    this.name = 'DeviceCloned';
  }
}

type Rejected = PushReply['rejected'][number];
const isCopied = ({ code, field }: Rejected) => code === 'device-cloned' && field === 'n';

/** A batch is closed at the act that reaches this many events; the body may hold 2,000. */
export const BATCH = 500;
const READ = 2_000;

/**
 * Whole acts from the front of what waits, in the device's own order. Never a part of an act.
 * @param most the batch is closed at the act that reaches this many events
 */
export function nextBatch(waiting: readonly AnyEvent[], complete: boolean, most = BATCH): AnyEvent[] {
  const acts = new Map<string, AnyEvent[]>();
  for (const event of waiting) acts.set(event.act, [...(acts.get(event.act) ?? []), event]);
  const whole = [...acts.values()];
  if (!complete && whole.length > 1) whole.pop();
  const batch: AnyEvent[] = [];
  for (const act of whole) {
    if (batch.length > 0 && batch.length + act.length > most) break;
    batch.push(...act);
  }
  return batch;
}

/**
 * Pushes one batch of what waits. Accepted events get central's seq and time; a refused act keeps its events, set
 * aside with central's code and words.
 * @param held acts to leave out; S-21: those that central cannot place yet are added and go on waiting; S-28: so are
 *   decisions that can still be put back
 * @param now corrected ms since 1970
 * @returns how many events were answered; 0 when nothing else waits
 * @throws DeviceCloned when central holds other content under this console's count: that act and all after it go on waiting
 */
export async function pushBatch(
  ledger: Ledger,
  device: string,
  key: DeviceKey,
  api: CentralApi,
  token: string,
  signal: AbortSignal,
  held: Set<string>,
  now: () => number,
): Promise<number> {
  const leaveFresh = async () => {
    for (const { act } of await freshDecisions(ledger.reader, now())) held.add(act);
  };
  // Before and after: neither one that is put back while what waits is read goes out, nor one that is made meanwhile.
  await leaveFresh();
  const read = await readWaiting(ledger, held);
  if (read.events.some(({ type }) => DECIDES.has(type))) await leaveFresh();
  const ripe = read.events.filter((event) => !held.has(event.act));
  const hand = { ledger, device, key, api, token, signal };
  const choose = async (most: number) => nextBatch(ripe, read.complete, most);
  const handed = await handInFitting('/v1/sync/push', choose, BATCH, hand);
  if (handed === null) return 0;
  const { events, reply } = handed;
  await takeAnswer(ledger, events, reply, held);
  if (reply.rejected.some(isCopied)) throw new DeviceCloned();
  return reply.accepted.length + reply.rejected.length + (reply.held?.length ?? 0);
}

/** What waits, from the front: one batch and the event after it; more where an act may be larger or some are left out. */
async function readWaiting(
  ledger: Ledger,
  held: ReadonlySet<string>,
): Promise<{ events: AnyEvent[]; complete: boolean }> {
  const read = async (most: number) => {
    const found = await eventsInState(ledger.reader, [EVENT_STATE.waiting], most, held);
    return { events: found.map((one) => one.event), complete: found.length < most };
  };
  const few = held.size === 0 ? await read(BATCH + 1) : null;
  const whole = few?.complete || few?.events.some(({ act }) => act !== few.events[0]?.act);
  return few && whole ? few : read(READ);
}

/** Writes what central answered to these events; refused acts keep them, set aside with central's code and words. */
export async function takeAnswer(
  ledger: Ledger,
  events: readonly AnyEvent[],
  reply: PushReply,
  held: Set<string>,
): Promise<void> {
  const byId = new Map(events.map((event) => [event.id, event]));
  const refused = new Map<string, { code: string; message: string }>();
  for (const one of reply.rejected) {
    if (isCopied(one)) continue;
    const act = byId.get(one.id)?.act;
    if (act !== undefined && !refused.has(act)) refused.set(act, { code: one.code, message: one.message });
  }
  const unplaced = [...refused].flatMap(([act, { code }]) => (code === 'not-found' ? [act] : []));
  const unopened = [...refused].flatMap(([act, { code }]) => (code === 'key-unknown' ? [act] : []));
  await ledger.write(async (db) => {
    // Central lost the key, or never got it: the next push brings it along.
    await unconfirmKeys(
      db,
      events.flatMap((event) => (event.sealed && unopened.includes(event.act) ? event.sealed.key : [])),
    );
    for (const act of unopened) {
      held.add(act);
      refused.delete(act);
    }
    if (unplaced.length > 0) {
      for (const act of await actsAheadOfOpening(db, unplaced, (await readMeta(db, 'centralId')) ?? '')) {
        held.add(act);
        refused.delete(act);
      }
    }
    await db.run(
      `UPDATE event SET state = 0, seq = answer.seq, recorded_at = answer.recorded, receipt = answer.receipt,
         code = NULL, message = NULL
       FROM (SELECT value ->> '$.id' AS id, value ->> '$.seq' AS seq, value ->> '$.recordedAt' AS recorded,
         value ->> '$.receipt' AS receipt FROM json_each(?)) AS answer
       WHERE event.id = answer.id`,
      [JSON.stringify(reply.accepted)],
    );
    await confirmTaken(db, events, reply);
    // S-23: accepted at a place that pulls have passed, and not brought by them: it was not for this console to keep.
    const { position = 0, sight } = await readSome(db, ['position', 'sight']);
    // Whoever sees all keeps all. A wall's pulls leave out some of what it may keep.
    if (sight !== undefined && sight.scope.kind !== 'hq' && sight.as !== 'wall')
      await rememberAnswered(
        db,
        reply.accepted.filter(({ seq }) => seq > position),
      );
    const passed = reply.accepted.flatMap(({ id, seq }) => (seq <= position ? (byId.get(id)?.subject.id ?? []) : []));
    if (passed.length > 0) await forgetSubjects(db, passed);
    for (const [act, { code, message }] of refused) {
      await db.run('UPDATE event SET state = 2, code = ?, message = ? WHERE act = ? AND state IN (1, 5)', [
        code,
        code === TURNED_DOWN ? db.vault.seal(message, act) : message,
        act,
      ]);
    }
    if (refused.size > 0) await emptyRefused(db);
    // S-29: before a supervisor; until then it counts here as little as there.
    for (const { id, code, message } of reply.held ?? []) {
      await db.run('UPDATE event SET state = 5, code = ?, message = ? WHERE id = ? AND state = 1', [code, message, id]);
    }
    return { result: undefined, subjects: new Set(events.map((event) => event.subject.id)) };
  });
}
