import type { EngineContext } from '#engine/engine-context.ts';
import type { Database } from '#engine/store/database.ts';
import { EVENT_STATE, historyOfSubjects } from '#engine/store/event-rows.ts';
import { loadCases } from '#engine/store/folded-rows.ts';
import { loadShown } from '#engine/store/fusions.ts';
import { whatIf } from '#shared/clocks/what-if.ts';
import type { Handlers } from '#shared/contract/carrier.ts';
import type { WhatIfView } from '#shared/contract/view/forecast.ts';
import type { CaseState } from '#shared/domain/case-state.ts';
import { numberOfCase } from '#shared/domain/number-of-case.ts';
import type { PayeeState } from '#shared/domain/payee.ts';
import { clockFacts } from '#shared/sync/clock-facts.ts';
import { foldCase } from '#shared/sync/fold-case.ts';
import { maskName } from './mask.ts';

/** What an act would do to clocks, before it is done. */
export function whatIfCalls(context: EngineContext): Pick<Handlers, 'what-if.get'> {
  return {
    'what-if.get': async ({ cases: ids, supposed }) => {
      const db = context.ledger.reader;
      const found = await loadCases(db, ids);
      const cases = ids.flatMap((id) => found.get(id) ?? []);
      const shown = await loadShown(
        db,
        cases.map((one) => one.incident),
      );
      const { policies, calendars } = context;
      const now = context.clock.now();
      const payees = await payeesOf(db, cases);
      return cases.flatMap((state) => {
        const incident = shown.get(state.incident)?.incident;
        if (incident === undefined) return [];
        // The branch that leads already would not be assigned anew.
        const same = supposed.kind === 'assign' && supposed.branch === state.lead;
        const changes = same ? [] : whatIf(clockFacts(state, incident), supposed, { policies, calendars, now });
        const told = changes.map((change) => ({ ...change, payee: payeeOf(change.clock, payees.get(state.id) ?? []) }));
        return [{ case: state.id, number: numberOfCase(state), changes: told }];
      });
    },
  };
}

/** The payees of the cases that have any, as far as this console can open their names: stored rows name nobody. */
async function payeesOf(db: Database, cases: readonly CaseState[]): Promise<Map<string, readonly PayeeState[]>> {
  const ids = cases.flatMap(({ id, payees }) => (payees?.length ? [id] : []));
  if (ids.length === 0) return new Map();
  const history = (await historyOfSubjects(db, ids)).filter(({ state }) => state <= EVENT_STATE.waiting);
  const events = history.map(({ event }) => event);
  return new Map(ids.map((id) => [id, foldCase(events.filter(({ subject }) => subject.id === id))?.payees ?? []]));
}

/** Whose a clock is, by its id; two promises of one benefit would read alike. */
function payeeOf(clock: string, payees: readonly PayeeState[]): WhatIfView['changes'][number]['payee'] {
  const payee = payees.find(({ id }) => clock.endsWith(`:${id}`));
  return payee ? { relation: payee.relation, name: payee.name === null ? null : maskName(payee.name) } : null;
}
