import { z } from 'zod';
import { addPerson } from '#central/auth/add-person.ts';
import { changePerson } from '#central/auth/change-person.ts';
import { hashPassword } from '#central/auth/secrets.ts';
import type { Parts } from '#central/parts.ts';
import { Problem } from '#central/problem.ts';
import { accountByName, anyAccountById } from '#central/store/user-rows.ts';
import { personSchema } from '#shared/contract/wire/sync.ts';
import { roleSchema, scopeSchema } from '#shared/contract/wire/values.ts';
import type { Scope } from '#shared/domain/person-role.ts';
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
const changeSchema = z.object({
  name: z.string().trim().min(1).max(120).optional(),
  role: roleSchema.optional(),
  scope: scopeSchema.optional(),
  disabled: z.boolean().optional(),
});
const oneSchema = z.object({ id: z.string().min(1).max(80) });
const changedSchema = personSchema.extend({ disabled: z.boolean() });

/** People who may sign in, and what they may do. */
export function personRoutes(app: App, parts: Parts): void {
  const checkScope = (scope: Scope | undefined) => {
    if (scope?.kind !== 'branch' || parts.geography.branches.some(({ code }) => code === scope.branch)) return;
    throw new Problem(400, 'unknown-branch', 'scope.branch: there is no such branch, see /v1/branches', 'scope.branch');
  };

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
      checkScope(scope);
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
    '/v1/users/:id',
    {
      schema: {
        tags: ['admin'],
        summary: 'Change what a person may do, or close their account',
        description:
          'Admins only. What they did before they could know of it goes before a supervisor where today’s rights would refuse it. Closing an account ends its sessions at once.',
        params: oneSchema,
        body: changeSchema,
        response: { 200: changedSchema, ...problemReplies },
      },
    },
    async (request) => {
      const { id: by } = await personOf(request, parts, ['admin']);
      const { id } = request.params;
      checkScope(request.body.scope);
      const { role, disabled } = request.body;
      if (id === by && (disabled === true || (role !== undefined && role !== 'admin')))
        throw new Problem(409, 'own-account', 'Let another admin take your own rights away', 'id');
      return parts.writer.submit(async (session) => {
        const account = await anyAccountById(session.tx, id);
        if (account === null) throw new Problem(404, 'not-found', 'There is no such person', 'id');
        return changePerson(session, account, request.body, parts.newId);
      });
    },
  );
}
