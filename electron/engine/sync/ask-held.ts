import { EVENT_STATE, eventsOfAct, TURNED_DOWN } from '#engine/store/event-rows.ts';
import type { heldElsewhere } from '#engine/store/held-rows.ts';
import type { Ledger } from '#engine/store/ledger.ts';
import { readMeta } from '#engine/store/meta.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { CentralApi } from './central-api.ts';
import type { DeviceKey } from './device-key.ts';
import { handIn } from './hand-in.ts';
import { BATCH, takeAnswer } from './push-acts.ts';

/** Runs an asking with a token of the device. */
type ByItself = <T>(ask: (token: string) => Promise<T>) => Promise<T>;

/**
 * S-38: asks what became of acts before a supervisor of which central tells another console: the one this was before, or
 * a copy that brought them first. However many there are, all are asked after, in portions of whole acts, but
 * once for each place of the log: without news nobody decided. Nothing is taken from the answer but what was decided.
 * @param held as `heldElsewhere` gives them
 * @param asked up to which place of the log they were asked after on this connection; kept here
 */
export async function askHeld(
  ledger: Ledger,
  held: Awaited<ReturnType<typeof heldElsewhere>>,
  device: string,
  key: DeviceKey,
  api: CentralApi,
  byItself: ByItself,
  signal: AbortSignal,
  asked: { position: number },
): Promise<void> {
  if (held.length === 0) return;
  const position = (await readMeta(ledger.reader, 'position')) ?? 0;
  if (asked.position === position) return;
  for (const portion of inPortions(held)) {
    const stored = await Promise.all(portion.map((act) => eventsOfAct(ledger.reader, act)));
    const events: AnyEvent[] = stored.flatMap((act) =>
      act.flatMap(({ event, state }) => (state === EVENT_STATE.held ? event : [])),
    );
    if (events.length === 0) continue;
    const reply = await byItself((token) =>
      handIn('/v1/sync/push', events, { ledger, device, key, api, token, signal }),
    );
    const rejected = reply.rejected.filter(({ code }) => code === TURNED_DOWN);
    if (reply.accepted.length + rejected.length > 0)
      await takeAnswer(ledger, events, { accepted: reply.accepted, rejected }, new Set());
  }
  asked.position = position;
}

/** Acts in their order, as many at a time as one batch holds. */
function inPortions(acts: readonly { act: string; events: number }[]): string[][] {
  const portions: string[][] = [];
  let size = BATCH;
  for (const { act, events } of acts) {
    if (size + events > BATCH) {
      portions.push([]);
      size = 0;
    }
    portions.at(-1)?.push(act);
    size += events;
  }
  return portions;
}
