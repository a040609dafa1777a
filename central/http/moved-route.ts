import { z } from 'zod';
import type { Parts } from '#central/parts.ts';
import { Problem } from '#central/problem.ts';
import { deviceById, rememberPeopleOf } from '#central/store/device-rows.ts';
import type { App } from './app.ts';
import { problemReplies } from './problems.ts';
import { claimsOf, notEnrolled, withdrawn } from './who-asks.ts';

const movedSchema = z.strictObject({ device: z.uuid() });

/**
 * `POST /v1/devices/moved` (S-38): a console that goes on as another one says so by the key of the one it was. Acts there
 * in the name of whoever signed in here are believed from now on: whoever holds this key could bring them before.
 */
export function movedRoute(app: App, parts: Parts): void {
  app.post(
    '/v1/devices/moved',
    {
      schema: {
        tags: ['auth'],
        summary: 'Go on as another console',
        description:
          'With the own token of the device it was (POST /v1/auth/device), once the one it is now is enrolled: acts made there by anybody who signed in at the former one are taken. May be repeated.',
        body: movedSchema,
        response: { 200: z.strictObject({}), ...problemReplies },
      },
    },
    async (request) => {
      const { user, device: was } = await claimsOf(request, parts);
      if (user !== null) throw new Problem(403, 'device-only', 'Say this with the device’s own token', 'authorization');
      const { device } = request.body;
      await parts.writer.submit(async ({ tx }) => {
        const [former, now] = [await deviceById(tx, was), await deviceById(tx, device)];
        if (now === null)
          throw new Problem(404, 'not-found', 'This device is not enrolled: POST /v1/devices first', 'device');
        if (former === null) throw notEnrolled();
        if (former.revoked || now.revoked) throw withdrawn();
        await rememberPeopleOf(tx, was, device);
      });
      parts.log.info({ device, was }, 'a console goes on as another one');
      return {};
    },
  );
}
