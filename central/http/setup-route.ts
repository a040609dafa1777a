import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { addPerson } from '#central/auth/add-person.ts';
import { hashPassword, hashSecret } from '#central/auth/secrets.ts';
import type { Parts } from '#central/parts.ts';
import { Problem } from '#central/problem.ts';
import { isSetupLinkGood, takeSetupLink } from '#central/store/setup-rows.ts';
import { accountByName } from '#central/store/user-rows.ts';
import { personSchema } from '#shared/contract/wire/sync.ts';
import { LANGS } from '#shared/text/lang.ts';
import type { App } from './app.ts';
import { langOf } from './asked-lang.ts';
import { problemReplies } from './problems.ts';
import { type BadField, SETUP_HEADERS, type SetupView, setupPage } from './setup-page.ts';

const firstAdminSchema = z.object({
  username: z.string().trim().min(3).max(80),
  name: z.string().trim().min(1).max(120),
  password: z.string().min(12).max(200),
});
const FIELDS = ['username', 'name', 'password'] as const;
const FORM = 'application/x-www-form-urlencoded';
const linkSchema = z.object({ token: z.string().max(100) });
const langSchema = z.object({ lang: z.enum(LANGS).optional() });

/** The one-time link by which a live central gets its first admin: a page for people, JSON for scripts. */
export async function setupRoute(app: App, parts: Parts): Promise<void> {
  // In a scope of its own: nowhere else is a form taken.
  await app.register(async (scope) => {
    const routes = scope as unknown as App;
    routes.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: 8_192 }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(body.toString()))),
    );

    routes.get(
      '/setup/:token',
      {
        schema: {
          tags: ['auth'],
          summary: 'The page that makes the first admin',
          description:
            'HTML in Bahasa Melayu or English; opening it does not use the link up. 404 when it is not good.',
          security: [],
          params: linkSchema,
          querystring: langSchema,
        },
      },
      async (request, reply) => {
        const good = await isSetupLinkGood(parts.database.reader, hashSecret(request.params.token), parts.clock());
        const view: SetupView = good ? { show: 'form', bad: [], given: { username: '', name: '' } } : { show: 'gone' };
        return sendPage(request, reply as unknown as FastifyReply, good ? 200 : 404, view) as never;
      },
    );

    routes.post(
      '/setup/:token',
      {
        schema: {
          tags: ['auth'],
          summary: 'Make the first admin',
          description:
            'Uses the link up. Takes JSON and answers JSON, or takes the form of the page and answers a page.',
          security: [],
          params: linkSchema,
          querystring: langSchema,
          body: firstAdminSchema,
          response: { 201: personSchema, ...problemReplies },
        },
        // What is wrong with a form is said on its page.
        attachValidation: true,
      },
      async (request, reply) => {
        const isForm = request.headers['content-type']?.startsWith(FORM) ?? false;
        const page = (status: number, view: SetupView) =>
          sendPage(request, reply as unknown as FastifyReply, status, view) as never;
        const wrong = request.validationError;
        const onBody = wrong?.validationContext === 'body';
        if (wrong !== undefined && !(isForm && onBody)) throw wrong;
        const given = readForm(request.body);
        if (wrong !== undefined) return page(400, { show: 'form', bad: badFields(request.body), given });
        try {
          const person = await makeAdmin(request.params.token, request.body);
          if (isForm) return page(201, { show: 'done', username: request.body.username });
          reply.code(201);
          return person;
        } catch (error) {
          if (!isForm || !(error instanceof Problem)) throw error;
          if (error.code === 'name-taken') return page(409, { show: 'form', bad: ['taken'], given });
          return page(error.status, { show: 'gone' });
        }
      },
    );
  });

  async function makeAdmin(token: string, { username, name, password }: z.infer<typeof firstAdminSchema>) {
    const passwordHash = await hashPassword(password);
    return parts.writer.submit(async (session) => {
      if (!(await takeSetupLink(session.tx, hashSecret(token), session.now)))
        throw new Problem(404, 'link-used', 'This link was used or has run out: restart central for a new one');
      if ((await accountByName(session.tx, username)) !== null)
        throw new Problem(409, 'name-taken', 'username: somebody has this name already, choose another', 'username');
      return addPerson(
        session,
        { id: parts.newId(), username, name, role: 'admin', scope: { kind: 'hq' }, passwordHash },
        parts.newId,
      );
    });
  }
}

function sendPage(request: FastifyRequest, reply: FastifyReply, status: number, view: SetupView) {
  const asked = LANGS.find((lang) => lang === (request.query as { lang?: string }).lang);
  const lang = asked ?? langOf(request.headers['accept-language']);
  return reply.code(status).headers(SETUP_HEADERS).serializer(String).send(setupPage(lang, view));
}

function readForm(body: unknown): { username: string; name: string } {
  const { username, name } = (body ?? {}) as { username?: unknown; name?: unknown };
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 200) : '');
  return { username: text(username), name: text(name) };
}

function badFields(body: unknown): BadField[] {
  const issues = firstAdminSchema.safeParse(body).error?.issues ?? [];
  return FIELDS.filter((field) => issues.some(({ path }) => path[0] === field));
}
