import type { Ledger } from '#engine/store/ledger.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { type PushReply, pushReplySchema } from '#shared/contract/wire/sync.ts';
import type { CentralApi } from './central-api.ts';
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
