import type { Ledger } from '#engine/store/ledger.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { type PushReply, pushReplySchema } from '#shared/contract/wire/sync.ts';
import { type CentralApi, CentralProblem } from './central-api.ts';
import type { DeviceKey } from './device-key.ts';
import { pushBody } from './push-body.ts';

/** As whom a console hands events in, and how. */
interface Hand {
  ledger: Ledger;
  device: string;
  key: DeviceKey;
  api: CentralApi;
  token: string;
  signal: AbortSignal;
}

/** Hands events in, signed as this console. @returns what became of each */
export async function handIn(
  path: '/v1/sync/push' | '/v1/sync/bring-back',
  events: readonly AnyEvent[],
  { ledger, device, key, api, token, signal }: Hand,
): Promise<PushReply> {
  const body = await pushBody(ledger.reader, device, events);
  return api.json(pushReplySchema, {
    method: 'POST',
    path,
    body: { ...body, signature: key.sign(body) },
    token,
    signal,
    timeoutMs: 60_000,
  });
}

/**
 * Hands in a batch; where something on the way takes no body that large, a smaller one, down to a single act.
 * @param choose the events of a batch that is closed at so many; none where nothing waits
 * @param most how many at first
 * @returns what was handed in and what became of it; null where nothing waits
 */
export async function handInFitting(
  path: '/v1/sync/push' | '/v1/sync/bring-back',
  choose: (most: number) => Promise<AnyEvent[]>,
  most: number,
  hand: Hand,
): Promise<{ events: AnyEvent[]; reply: PushReply } | null> {
  for (let at = most; ; at = Math.floor(at / 2)) {
    const events = await choose(at);
    if (events.length === 0) return null;
    try {
      return { events, reply: await handIn(path, events, hand) };
    } catch (error) {
      if (!(error instanceof CentralProblem) || error.status !== 413 || at <= 1) throw error;
    }
  }
}
