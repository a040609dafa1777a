import type { EngineContext } from '#engine/engine-context.ts';
import { loadCases } from '#engine/store/folded-rows.ts';
import { loadShown } from '#engine/store/fusions.ts';
import { whatIf } from '#shared/clocks/what-if.ts';
import type { Handlers } from '#shared/contract/carrier.ts';
import { numberOfCase } from '#shared/domain/number-of-case.ts';
import { clockFacts } from '#shared/sync/clock-facts.ts';

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
      return cases.flatMap((state) => {
        const incident = shown.get(state.incident)?.incident;
        if (incident === undefined) return [];
        // The branch that leads already would not be assigned anew.
        const same = supposed.kind === 'assign' && supposed.branch === state.lead;
        const changes = same ? [] : whatIf(clockFacts(state, incident), supposed, { policies, calendars, now });
        return [{ case: state.id, number: numberOfCase(state), changes }];
      });
    },
  };
}
