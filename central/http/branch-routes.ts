import { z } from 'zod';
import type { Parts } from '#central/parts.ts';
import { kpiOf, kpiSchema } from '#central/read/kpi.ts';
import { pageOfCases, type StoredCase } from '#central/store/case-queries.ts';
import { shownById } from '#central/store/fusions.ts';
import { pageOf } from '#shared/contract/api/read.ts';
import type { App } from './app.ts';
import { problemReplies } from './problems.ts';
import { filterOf, filterQuerySchema, stateQuery } from './read-query.ts';
import { personOf } from './who-asks.ts';

const branchSchema = z.object({
  code: z.string(),
  name: z.string(),
  short: z.string(),
  state: z.string(),
  town: z.string(),
  lat: z.number(),
  lon: z.number(),
  role: z.enum(['headquarters', 'state office', 'branch']),
  certainty: z.enum(['A', 'B', 'C']),
  verified: z.boolean(),
});
const branchQuery = z.strictObject({
  after: z.string().max(3).default(''),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  state: stateQuery.optional(),
});
const KPI_PAGE = 1_000;

/** The offices, and how the promises are kept. */
export function branchRoutes(app: App, parts: Parts): void {
  const { branches } = parts.geography;

  app.get(
    '/v1/branches',
    {
      schema: {
        tags: ['read'],
        summary: 'The offices',
        description:
          'Every PERKESO office with its place; `verified` is false while that place is from general knowledge only. Paged by `after`, a branch code.',
        querystring: branchQuery,
        response: { 200: pageOf(branchSchema), ...problemReplies },
      },
    },
    async (request) => {
      await personOf(request, parts);
      const { after, limit, state } = request.query;
      const wanted = branches.filter((branch) => state === undefined || branch.state === state);
      const rest = [...wanted].sort((a, b) => (a.code < b.code ? -1 : 1)).filter((branch) => branch.code > after);
      const items = rest.slice(0, limit);
      return { items, next: rest.length > limit ? (items.at(-1)?.code ?? null) : null, total: wanted.length };
    },
  );

  app.get(
    '/v1/reports/kpi',
    {
      schema: {
        tags: ['read'],
        summary: 'How the promises are kept',
        description:
          'Of the cases in your sight that fit the filter: how many are open, late and paid, and of each clock how many were met in time.',
        querystring: filterQuerySchema,
        response: { 200: kpiSchema, ...problemReplies },
      },
    },
    async (request) => {
      const { scope } = await personOf(request, parts, ['coordinator', 'supervisor', 'branch', 'wall', 'admin']);
      const { from, to } = request.query;
      const filter = filterOf(request.query);
      const cases: StoredCase[] = [];
      for (let after: number | null = 0; after !== null; ) {
        const page: { items: StoredCase[]; next: number | null } = await pageOfCases(parts.database.reader, {
          filter,
          scope,
          after,
          limit: KPI_PAGE,
        });
        cases.push(...page.items);
        after = page.next;
      }
      const shown = await shownById(parts.database, [...new Set(cases.map((one) => one.state.incident))]);
      const pairs = cases.flatMap(({ state: known }) => {
        const incident = shown.get(known.incident)?.incident;
        return incident === undefined ? [] : [{ state: known, incident }];
      });
      return { from: from ?? null, to: to ?? null, ...kpiOf(pairs, parts.clock(), await parts.rules.now()) };
    },
  );
}
