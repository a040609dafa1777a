import { z } from 'zod';
import type { Parts } from '#central/parts.ts';
import { Problem } from '#central/problem.ts';
import { incidentView } from '#central/read/incident-view.ts';
import { officeNames } from '#central/read/office-names.ts';
import { casesOfIncidents, idOf, isInSight, pageOfIncidents, reportsById } from '#central/store/case-queries.ts';
import { shownById } from '#central/store/fusions.ts';
import { apiIncidentSchema, pageOf } from '#shared/contract/api/read.ts';
import type { CaseState } from '#shared/domain/case-state.ts';
import type { Role } from '#shared/domain/person-role.ts';
import { orderCases } from '#shared/sync/shown-incidents.ts';
import type { Lang } from '#shared/text/lang.ts';
import type { App } from './app.ts';
import { langOf } from './asked-lang.ts';
import { problemReplies } from './problems.ts';
import { filterOf, listQuerySchema } from './read-query.ts';
import { personOf } from './who-asks.ts';

/** Incidents to read, each with its reports and cases. */
export function incidentRoutes(app: App, parts: Parts): void {
  const { database, clock } = parts;
  const names = officeNames(parts.geography);

  /** Each as what it shows as: a joined one as the survivor. */
  async function viewAll(ids: readonly string[], lang: Lang, role: Role) {
    const shown = await shownById(database, ids);
    const cases = await casesOfIncidents(database, [...shown.keys()]);
    const byId = new Map(cases.map((one) => [one.state.id, one]));
    const casesOf = new Map<string, CaseState[]>();
    for (const { state } of cases) casesOf.set(state.incident, [...(casesOf.get(state.incident) ?? []), state]);
    const reports = await reportsById(
      database,
      [...shown.values()].flatMap(({ incident }) => incident.reports.map((link) => link.report)),
    );
    const now = clock();
    const rules = await parts.rules.now();
    return ids.flatMap((id) => {
      const one = shown.get(id);
      if (one === undefined) return [];
      const own = orderCases(
        one,
        one.members.flatMap((member) => casesOf.get(member.id) ?? []),
      ).flatMap((state) => byId.get(state.id) ?? []);
      return [incidentView(one, own, reports, { lang, names: { ...names, now }, role, rules }, now)];
    });
  }

  app.get(
    '/v1/incidents',
    {
      schema: {
        tags: ['read'],
        summary: 'Incidents, a page at a time',
        description:
          'Incidents in your sight with reports and cases; of joined ones only the one they show as. Paged by `after`, the `next` of the page before.',
        querystring: listQuerySchema,
        response: { 200: pageOf(apiIncidentSchema), ...problemReplies },
      },
    },
    async (request) => {
      const { scope, role } = await personOf(request, parts);
      const { after, limit, lang } = request.query;
      const page = await pageOfIncidents(database.reader, { filter: filterOf(request.query), scope, after, limit });
      const ids = page.items.map(({ state }) => state.id);
      const items = await viewAll(ids, lang ?? langOf(request.headers['accept-language']), role);
      return { items, next: page.next === null ? null : String(page.next), total: page.total };
    },
  );

  app.get(
    '/v1/incidents/:id',
    {
      schema: {
        tags: ['read'],
        summary: 'One incident',
        description:
          'By its id, its number such as 2026-004512, or an alias; one that was joined with another shows as the survivor.',
        params: z.object({ id: z.string().min(1).max(80) }),
        querystring: z.strictObject({ lang: z.enum(['ms', 'en']).optional() }),
        response: { 200: apiIncidentSchema, ...problemReplies },
      },
    },
    async (request) => {
      const { scope, role } = await personOf(request, parts);
      const name = request.params.id;
      const id = await idOf(database.reader, 'incident_row', name);
      if (id === null || !(await isInSight(database.reader, id, scope))) {
        throw new Problem(
          404,
          'not-found',
          `No incident ${name} is known or in your sight: give its id or its number, such as 2026-004512`,
          'id',
        );
      }
      const [view] = await viewAll([id], request.query.lang ?? langOf(request.headers['accept-language']), role);
      if (view === undefined) throw new Problem(404, 'not-found', `No incident ${name} is known`, 'id');
      return view;
    },
  );
}
