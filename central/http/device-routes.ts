import { z } from 'zod';
import type { Parts } from '#central/parts.ts';
import { Problem } from '#central/problem.ts';
import { allDevices, type Device, deviceById, revokeDevice } from '#central/store/device-rows.ts';
import { endSessionsOf } from '#central/store/refresh-rows.ts';
import { deviceListSchema, deviceViewSchema } from '#shared/contract/api/devices.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import type { App } from './app.ts';
import { problemReplies } from './problems.ts';
import { personOf } from './who-asks.ts';

const oneSchema = z.object({ id: z.uuid() });
const revokeSchema = z.object({ reason: z.string().trim().min(1).max(2_000) });

/** What an admin sees and takes away of consoles. */
export function deviceRoutes(app: App, parts: Parts): void {
  const { database, writer } = parts;

  app.get(
    '/v1/devices',
    {
      schema: {
        tags: ['admin'],
        summary: 'List the consoles',
        description: 'Admins only. Every console that was ever enrolled, those that were withdrawn too.',
        response: { 200: deviceListSchema, ...problemReplies },
      },
    },
    async (request) => {
      await personOf(request, parts, ['admin']);
      return { devices: (await allDevices(database.reader)).map(viewOf) };
    },
  );

  app.post(
    '/v1/devices/:id/revoke',
    {
      schema: {
        tags: ['admin'],
        summary: 'Withdraw a console',
        description:
          'Admins only, for good. Its sessions end at once; what it still had to hand in goes before a supervisor; then it wipes its store, or says that it cannot.',
        params: oneSchema,
        body: revokeSchema,
        response: { 200: deviceViewSchema, ...problemReplies },
      },
    },
    async (request) => {
      const { device: by } = await personOf(request, parts, ['admin']);
      const { id } = request.params;
      if (id === by) throw new Problem(409, 'own-device', 'Withdraw this console from another one', 'id');
      const device = await writer.submit(async ({ tx, now }) => {
        await revokeDevice(tx, id, isoMalaysia(now), request.body.reason);
        await endSessionsOf(tx, { device: id });
        return deviceById(tx, id);
      });
      if (device === null) throw new Problem(404, 'not-found', 'There is no such device, see /v1/devices', 'id');
      parts.log.info({ device: id }, 'a device was withdrawn');
      return viewOf(device);
    },
  );
}

function viewOf({ publicKey: _key, enrolledBy: _by, ...device }: Device) {
  return device;
}
