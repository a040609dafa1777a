import { z } from 'zod';
import type { Parts } from '#central/parts.ts';
import { Problem } from '#central/problem.ts';
import { isInSight } from '#central/store/case-queries.ts';
import { presenceRequestSchema } from '#shared/contract/wire/sync.ts';
import type { App } from './app.ts';
import { problemReplies } from './problems.ts';
import { createRateGate } from './rate-gate.ts';
import { personOf } from './who-asks.ts';

/** So often may one person say it: twice for every case they open, which nobody does more than twice a second for long. */
const PER_MINUTE = 240;

const ROLES = ['coordinator', 'supervisor', 'branch'] as const;

/** `POST /v1/sync/presence`: a console says which case its person has open; told to the others, stored nowhere. */
export function presenceRoute(app: App, parts: Parts): void {
  const gate = createRateGate(parts.clock);
  app.post(
    '/v1/sync/presence',
    {
      schema: {
        tags: ['sync'],
        summary: 'Say which case is open here',
        description: `Null when none is. Said again within 90 s, or it counts for nothing. Never stored, never a lock. At most ${PER_MINUTE} a minute from one person.`,
        body: presenceRequestSchema,
        response: { 200: z.strictObject({}), ...problemReplies },
      },
    },
    async (request, reply) => {
      const { id, name, scope, device } = await personOf(request, parts, ROLES);
      // Each one is told to every console.
      const wait = gate(id, 1, PER_MINUTE);
      if (wait > 0) {
        reply.header('retry-after', String(wait));
        throw new Problem(429, 'too-many', `One may say ${PER_MINUTE} times a minute what is open: wait ${wait} s`);
      }
      const wanted = request.body.case;
      // A case out of sight is nobody's to be seen at.
      const open = wanted !== null && (await isInSight(parts.database.reader, wanted, scope)) ? wanted : null;
      await parts.presence.say({ device, user: id, name, case: open });
      return {};
    },
  );
}
