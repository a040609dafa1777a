import type { EngineContext } from '#engine/engine-context.ts';
import { type DeviceView, deviceListSchema, deviceViewSchema } from '#shared/contract/api/devices.ts';
import type { Handlers } from '#shared/contract/carrier.ts';
import { centralInWords } from './central-in-words.ts';

/** What an admin does with consoles; central decides who is one. */
export function deviceCalls(context: EngineContext): Pick<Handlers, 'devices.list' | 'devices.revoke'> {
  const list = async (): Promise<DeviceView[]> =>
    (await context.askCentral(deviceListSchema, { path: '/v1/devices' })).devices;
  return {
    'devices.list': () => list().catch(centralInWords),
    'devices.revoke': async ({ device, reason }) => {
      const path = `/v1/devices/${device}/revoke`;
      await context.askCentral(deviceViewSchema, { method: 'POST', path, body: { reason } }).catch(centralInWords);
      return list().catch(centralInWords);
    },
  };
}
