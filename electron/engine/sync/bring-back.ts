import {
  anythingBefore,
  forgetReturned,
  lackingEvents,
  lackingNumbers,
  takeReturned,
} from '#engine/store/accepted-before.ts';
import type { Ledger } from '#engine/store/ledger.ts';
import { readMeta } from '#engine/store/meta.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { CentralApi } from './central-api.ts';
import type { DeviceKey } from './device-key.ts';
import { handInFitting } from './hand-in.ts';
import { BATCH, nextBatch } from './push-acts.ts';
import { confirmTaken } from './push-body.ts';
import { forgetSubjects } from './take-events.ts';

const READ = 2_000;

/**
 * S-36: brings back one batch of what a restored central lacks and once accepted, whoever made it, each event with its
 * receipt. What opened a subject goes together with the number it got.
 * @returns how many were answered, and how many of them refused; nothing answered when nothing is lacking
 */
export async function bringBack(
  ledger: Ledger,
  device: string,
  key: DeviceKey,
  api: CentralApi,
  token: string,
  signal: AbortSignal,
): Promise<{ answered: number; refused: number }> {
  const none = { answered: 0, refused: 0 };
  if (!(await anythingBefore(ledger.reader))) return none;
  const lacking = await lackingEvents(ledger.reader, READ);
  if (lacking.length === 0) {
    await ledger.write(async (db) => ({ result: await forgetReturned(db), subjects: [] }));
    return none;
  }
  const choose = async (most: number) => {
    const batch = nextBatch(lacking, lacking.length < READ, most);
    const opened = batch.filter(({ type }) => type === 'case.opened' || type === 'incident.opened');
    const numbers = await lackingNumbers(
      ledger.reader,
      opened.map(({ subject }) => subject.id),
    );
    return [...new Map([...batch, ...numbers].map((event) => [event.id, event])).values()];
  };
  const hand = { ledger, device, key, api, token, signal };
  const handed = await handInFitting('/v1/sync/bring-back', choose, BATCH, hand);
  if (handed === null) return none;
  const { events, reply } = handed;
  const answered = reply.accepted.length + reply.rejected.length;
  if (answered === 0) throw new TypeError('central answered none of what was brought back');
  const own = new Map(events.flatMap((event) => (event.device === device ? [[event.id, event] as const] : [])));
  await ledger.write(async (db) => {
    await takeReturned(db, reply, device);
    await confirmTaken(db, events, reply);
    const position = (await readMeta(db, 'position')) ?? 0;
    // S-23: taken at a place that pulls have passed, and not brought by them: not for this console to keep.
    const passed = reply.accepted.flatMap(({ id, seq }) => (seq <= position ? (own.get(id)?.subject.id ?? []) : []));
    if (passed.length > 0) await forgetSubjects(db, passed);
    return { result: undefined, subjects: new Set([...own.values()].map((event: AnyEvent) => event.subject.id)) };
  });
  return { answered, refused: reply.rejected.length };
}
