import { deviceTokenReplySchema } from '#shared/contract/wire/sync.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { type CentralApi, CentralProblem } from './central-api.ts';
import type { DeviceIdentity } from './device-identity.ts';

/** The console's own standing with central: it hands in its acts whoever is signed in, or nobody. */
export interface DeviceToken {
  /** Runs `ask` with a token of the device; on a refused one gets another and asks once more. */
  withToken<T>(api: CentralApi, signal: AbortSignal, ask: (token: string) => Promise<T>): Promise<T>;
}

/**
 * S-29: gets tokens by the device's key; they live in memory only. A console that went on as another asks anew.
 * @param now central's time, ms since 1970
 */
export function createDeviceToken(identity: Pick<DeviceIdentity, 'device' | 'key'>, now: () => number): DeviceToken {
  let token: string | null = null;
  let holder = '';
  async function fresh(api: CentralApi, signal: AbortSignal): Promise<string> {
    const { device, key } = identity;
    const proof = { device, at: isoMalaysia(now()) };
    const body = { ...proof, signature: key.sign({ ...proof, for: 'push' }) };
    const ask = { method: 'POST', path: '/v1/auth/device', body, signal } as const;
    token = (await api.json(deviceTokenReplySchema, ask)).accessToken;
    holder = device;
    return token;
  }
  return {
    async withToken(api, signal, ask) {
      try {
        return await ask(token !== null && holder === identity.device ? token : await fresh(api, signal));
      } catch (error) {
        if (!(error instanceof CentralProblem) || error.status !== 401) throw error;
        return ask(await fresh(api, signal));
      }
    },
  };
}
