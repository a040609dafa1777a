import { z } from 'zod';
import { addPerson } from '#central/auth/add-person.ts';
import { hashPassword, hashSecret, newSecret } from '#central/auth/secrets.ts';
import type { Parts } from '#central/parts.ts';
import { Problem } from '#central/problem.ts';
import { insertApiKey } from '#central/store/api-key-rows.ts';
import { accountByName } from '#central/store/user-rows.ts';
import { personSchema } from '#shared/contract/wire/sync.ts';
import { roleSchema, scopeSchema, sourceSchema } from '#shared/contract/wire/values.ts';
import type { App } from './app.ts';
import { problemReplies } from './problems.ts';
import { personOf } from './who-asks.ts';

const newUserSchema = z.object({
  username: z.string().trim().min(3).max(80),
  name: z.string().trim().min(1).max(120),
  role: roleSchema,
  scope: scopeSchema,
  password: z.string().min(12).max(200),
});
const newKeySchema = z.object({
  name: z.string().trim().min(1).max(80),
  channel: z.string().trim().min(1).max(80),
  source: sourceSchema,
  perMinute: z.int().min(1).max(10_000).default(120),
});
const keyReplySchema = z.object({ id: z.string(), apiKey: z.string() });

/** What an admin makes: people who may sign in, and keys for agencies and feeds. */
export function adminRoutes(app: App, parts: Parts): void {
  app.post(
    '/v1/users',
    {
      schema: {
        tags: ['admin'],
        summary: 'Add a person who may sign in',
        description:
          'Admins only. Role and scope decide what they see and may do; every console learns their name from the log.',
        body: newUserSchema,
        response: { 201: personSchema, ...problemReplies },
      },
    },
    async (request, reply) => {
      await personOf(request, parts, ['admin']);
      const { username, name, role, scope, password } = request.body;
      if (scope.kind === 'branch' && !parts.geography.branches.some(({ code }) => code === scope.branch)) {
        throw new Problem(
          400,
          'unknown-branch',
          'scope.branch: there is no such branch, see /v1/branches',
          'scope.branch',
        );
      }
      const passwordHash = await hashPassword(password);
      const person = await parts.writer.submit(async (session) => {
        if ((await accountByName(session.tx, username)) !== null) {
          throw new Problem(409, 'name-taken', 'username: somebody has this name already, choose another', 'username');
        }
        return addPerson(session, { id: parts.newId(), username, name, role, scope, passwordHash }, parts.newId);
      });
      reply.code(201);
      return person;
    },
  );

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
