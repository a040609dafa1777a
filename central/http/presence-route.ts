import type { Parts } from '#central/parts.ts';
import { isInSight } from '#central/store/case-queries.ts';
import { presenceRequestSchema } from '#shared/contract/wire/sync.ts';
import type { App } from './app.ts';
import { personOf } from './who-asks.ts';

const ROLES = ['coordinator', 'supervisor', 'branch'] as const;

/** `POST /v1/sync/presence`: a console says which case its person has open; told to the others, stored nowhere. */
export function presenceRoute(app: App, parts: Parts): void {
  app.post(
    '/v1/sync/presence',
    {
      schema: {
        tags: ['sync'],
        summary: 'Say which case is open here',
        description: 'Null when none is. Said again within 90 s, or it counts for nothing. Never stored, never a lock.',
        body: presenceRequestSchema,
      },
    },
    async (request) => {
      const { id, name, scope, device } = await personOf(request, parts, ROLES);
      const wanted = request.body.case;
      // A case out of sight is nobody's to be seen at.
      const open = wanted !== null && (await isInSight(parts.database.reader, wanted, scope)) ? wanted : null;
      await parts.presence.say({ device, user: id, name, case: open });
      return {};
    },
  );
}
