import type { EngineContext } from '#engine/engine-context.ts';
import { CentralProblem } from '#engine/sync/central-api.ts';
import { type DeviceView, deviceListSchema, deviceViewSchema } from '#shared/contract/api/devices.ts';
import { CallFailure } from '#shared/contract/call-failure.ts';
import type { Handlers } from '#shared/contract/carrier.ts';

/** What an admin does with consoles; central decides who is one. */
export function deviceCalls(context: EngineContext): Pick<Handlers, 'devices.list' | 'devices.revoke'> {
  const list = async (): Promise<DeviceView[]> =>
    (await context.askCentral(deviceListSchema, { path: '/v1/devices' })).devices;
  return {
    'devices.list': () => list().catch(inWords),
    'devices.revoke': async ({ device, reason }) => {
      const path = `/v1/devices/${device}/revoke`;
      await context.askCentral(deviceViewSchema, { method: 'POST', path, body: { reason } }).catch(inWords);
      return list().catch(inWords);
    },
  };
}

function inWords(error: unknown): never {
  if (!(error instanceof CentralProblem) || error.status >= 500)
    throw new CallFailure('offline', { key: 'failure.offline' });
  const known = ['role', 'not-found', 'own-device'].includes(error.code);
  const code = known ? error.code : error.status === 401 ? 'not-signed-in' : 'not-allowed';
  throw new CallFailure(code, { key: `failure.${code}` });
}
