import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Parts } from '#central/parts.ts';
import { Problem } from '#central/problem.ts';
import { caseThen } from '#central/read/case-then.ts';
import { caseView } from '#central/read/case-view.ts';
import { explainedClock } from '#central/read/clock-view.ts';
import { officeNames } from '#central/read/office-names.ts';
import { peopleNames } from '#central/read/people-names.ts';
import { pageOfCases, type StoredCase } from '#central/store/case-queries.ts';
import { shownById } from '#central/store/fusions.ts';
import { clocksOf } from '#shared/clocks/clocks-of.ts';
import { factsAt } from '#shared/clocks/facts-at.ts';
import { apiCaseSchema, apiClocksReplySchema, pageOf } from '#shared/contract/api/read.ts';
import { isoSchema } from '#shared/contract/wire/values.ts';
import type { Role } from '#shared/domain/person-role.ts';
import { clockFacts } from '#shared/sync/clock-facts.ts';
import type { App } from './app.ts';
import { langOf } from './asked-lang.ts';
import { findCase } from './find-case.ts';
import { problemReplies } from './problems.ts';
import { filterOf, listQuerySchema } from './read-query.ts';
import { personOf } from './who-asks.ts';

const nameSchema = z.string().min(1).max(80);
const clocksQuery = z.strictObject({
  at: isoSchema.optional(),
  known: z.coerce.number().int().min(1).optional(),
  lang: z.enum(['ms', 'en']).optional(),
});

const CLOCKS_WORDS = [
  'Every clock at the moment `at` (now when left out), with all that is known now or with what was known at seq `known`.',
  'What happened after `at` is taken out. After a closing, clocks that still ran stand ended by it. Where the case was',
  'reopened since, an `at` inside the closed span shows them running through it, for a reopened case counts as never',
  'closed; give a `known` before the reopening to see them ended.',
].join(' ');

/** Cases to read, and their clocks at any moment with what was known at any seq. */
export function caseRoutes(app: App, parts: Parts): void {
  const { database, clock } = parts;
  const names = officeNames(parts.geography);

  app.get(
    '/v1/cases',
    {
      schema: {
        tags: ['read'],
        summary: 'Cases, a page at a time',
        description:
          'Cases in your sight with their clocks now; names nobody, and tells a wall of the victim only whether they are known. Paged by `after`, the `next` of the page before.',
        querystring: listQuerySchema,
        response: { 200: pageOf(apiCaseSchema), ...problemReplies },
      },
    },
    async (request) => {
      const { scope, role } = await personOf(request, parts);
      const { after, limit } = request.query;
      const page = await pageOfCases(database.reader, { filter: filterOf(request.query), scope, after, limit });
      return {
        items: await viewAll(page.items, role),
        next: page.next === null ? null : String(page.next),
        total: page.total,
      };
    },
  );

  async function viewAll(stored: readonly StoredCase[], role: Role) {
    const shown = await shownById(database, [...new Set(stored.map(({ state }) => state.incident))]);
    const now = clock();
    const rules = await parts.rules.now();
    return stored.flatMap((one) => {
      const incident = shown.get(one.state.incident)?.incident;
      return incident === undefined ? [] : [caseView(one, incident, role, now, rules)];
    });
  }

  async function clocks(request: FastifyRequest, name: string, query: z.infer<typeof clocksQuery>) {
    const { scope } = await personOf(request, parts);
    const known = query.known ?? Number.MAX_SAFE_INTEGER;
    const then = await caseThen(database, (await findCase(parts, name, scope)).state, known);
    if (then === null) {
      throw new Problem(
        404,
        'not-known-then',
        `At seq ${known} the case was not known yet: ask with a later known`,
        'known',
      );
    }
    const at = query.at === undefined ? clock() : Date.parse(query.at);
    const lang = query.lang ?? langOf(request.headers['accept-language']);
    const rules = await (query.known === undefined ? parts.rules.now() : parts.rules.at(known));
    const facts = factsAt(clockFacts(then.state, then.incident), at);
    const instances = clocksOf(facts, rules.policies, at, rules.calendars);
    const steps = instances.flatMap((instance) => instance.steps.map(({ step }) => step));
    const person = await peopleNames(database.reader, steps);
    return { clocks: instances.map((instance) => explainedClock(instance, lang, { ...names, person, now: at })) };
  }

  // A number holds a slash: 2026-004512/3 arrives as two segments. Those twins stay out of the documentation.
  const byId = z.object({ id: nameSchema });
  const byNumber = z.object({ incident: nameSchema, ordinal: nameSchema });

  app.get(
    '/v1/cases/:id',
    {
      schema: {
        tags: ['read'],
        summary: 'One case',
        description: 'By its id, its number such as 2026-004512/3, or the label of the console that made it.',
        params: byId,
        response: { 200: apiCaseSchema, ...problemReplies },
      },
    },
    (request) => view(request, request.params.id),
  );
  app.get(
    '/v1/cases/:incident/:ordinal',
    { schema: { hide: true, params: byNumber, response: { 200: apiCaseSchema, ...problemReplies } } },
    (request) => view(request, `${request.params.incident}/${request.params.ordinal}`),
  );
  app.get(
    '/v1/cases/:id/clocks',
    {
      schema: {
        tags: ['read'],
        summary: 'The clocks of a case at any moment, explained',
        description: CLOCKS_WORDS,
        params: byId,
        querystring: clocksQuery,
        response: { 200: apiClocksReplySchema, ...problemReplies },
      },
    },
    (request) => clocks(request, request.params.id, request.query),
  );
  app.get(
    '/v1/cases/:incident/:ordinal/clocks',
    {
      schema: {
        hide: true,
        params: byNumber,
        querystring: clocksQuery,
        response: { 200: apiClocksReplySchema, ...problemReplies },
      },
    },
    (request) => clocks(request, `${request.params.incident}/${request.params.ordinal}`, request.query),
  );

  async function view(request: FastifyRequest, name: string) {
    const { scope, role } = await personOf(request, parts);
    const [found] = await viewAll([await findCase(parts, name, scope)], role);
    if (found === undefined) throw new Problem(404, 'not-found', `No case ${name} is known`, 'id');
    return found;
  }
}
