import { z } from 'zod';
import { type CentralApi, CentralProblem } from './central-api.ts';
import type { DeviceIdentity } from './device-identity.ts';
import { createDeviceToken } from './device-token.ts';

/**
 * S-38: tells central, by the key of the console this one was, that it goes on as another: acts of all who ever signed in
 * there are then taken, not only of who sits here now. A central that refuses, or knows no such call, is not asked again.
 * @param now central's time, ms since 1970 @throws TypeError when central does not answer, CentralProblem when it cannot now
 */
export async function tellMoved(
  was: Pick<DeviceIdentity, 'device' | 'key'>,
  device: string,
  api: CentralApi,
  now: () => number,
  signal: AbortSignal,
): Promise<void> {
  try {
    await createDeviceToken(was, now).withToken(api, signal, (token) =>
      api.json(z.unknown(), { method: 'POST', path: '/v1/devices/moved', body: { device }, token, signal }),
    );
  } catch (error) {
    if (!(error instanceof CentralProblem) || error.status >= 500 || error.status === 429) throw error;
  }
}
