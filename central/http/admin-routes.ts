import { z } from 'zod';
import { hashSecret, newSecret } from '#central/auth/secrets.ts';
import type { Parts } from '#central/parts.ts';
import { insertApiKey } from '#central/store/api-key-rows.ts';
import { sourceSchema } from '#shared/contract/wire/values.ts';
import type { App } from './app.ts';
import { problemReplies } from './problems.ts';
import { personOf } from './who-asks.ts';

const newKeySchema = z.object({
  name: z.string().trim().min(1).max(80),
  channel: z.string().trim().min(1).max(80),
  source: sourceSchema,
  perMinute: z.int().min(1).max(10_000).default(120),
});
const keyReplySchema = z.object({ id: z.string(), apiKey: z.string() });

/** Keys for agencies and feeds. */
export function adminRoutes(app: App, parts: Parts): void {
  app.post(
    '/v1/api-keys',
    {
      schema: {
        tags: ['admin'],
        summary: 'Make an API key for an agency or a feed',
        description: 'Admins only. The key is shown in this answer only; central keeps its hash.',
        body: newKeySchema,
        response: { 201: keyReplySchema, ...problemReplies },
      },
    },
    async (request, reply) => {
      await personOf(request, parts, ['admin']);
      const key = { id: parts.newId(), ...request.body };
      const apiKey = `key_${newSecret()}`;
      await parts.writer.submit(({ tx }) => insertApiKey(tx, { ...key, hash: hashSecret(apiKey) }));
      reply.code(201);
      return { id: key.id, apiKey };
    },
  );
}
