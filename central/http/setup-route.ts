import { z } from 'zod';
import { addPerson } from '#central/auth/add-person.ts';
import { hashPassword, hashSecret } from '#central/auth/secrets.ts';
import type { Parts } from '#central/parts.ts';
import { Problem } from '#central/problem.ts';
import { takeSetupLink } from '#central/store/setup-rows.ts';
import { personSchema } from '#shared/contract/wire/sync.ts';
import type { App } from './app.ts';
import { problemReplies } from './problems.ts';

const firstAdminSchema = z.object({
  username: z.string().trim().min(3).max(80),
  name: z.string().trim().min(1).max(120),
  password: z.string().min(12, 'a password has at least 12 characters').max(200),
});

/** The one-time link by which a live central gets its first admin. */
export function setupRoute(app: App, parts: Parts): void {
  app.post(
    '/setup/:token',
    {
      schema: {
        tags: ['auth'],
        params: z.object({ token: z.string().max(100) }),
        body: firstAdminSchema,
        response: { 201: personSchema, ...problemReplies },
      },
    },
    async (request, reply) => {
      const { username, name, password } = request.body;
      const passwordHash = await hashPassword(password);
      const hash = hashSecret(request.params.token);
      const person = await parts.writer.submit(async (session) => {
        if (!(await takeSetupLink(session.tx, hash, session.now)))
          throw new Problem(404, 'link-used', 'This link was used or has run out: restart central for a new one');
        return addPerson(
          session,
          { id: parts.newId(), username, name, role: 'admin', scope: { kind: 'hq' }, passwordHash },
          parts.newId,
        );
      });
      reply.code(201);
      return person;
    },
  );
}
