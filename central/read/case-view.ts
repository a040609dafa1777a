import type { StoredCase } from '#central/store/case-queries.ts';
import { clocksOf } from '#shared/clocks/clocks-of.ts';
import { defaultPolicies } from '#shared/clocks/policies.ts';
import type { ApiCase } from '#shared/contract/api/read.ts';
import type { IncidentState } from '#shared/domain/case-state.ts';
import { clockFacts } from '#shared/sync/clock-facts.ts';
import { clockView } from './clock-view.ts';

/**
 * A case as the API shows it: facts that name nobody.
 * @param incident what the case's own incident shows as
 * @param now ms since 1970, for its clocks
 */
export function caseView({ state, victimKnown }: StoredCase, incident: IncidentState, now: number): ApiCase {
  const { sex, age, occupation } = state.victim;
  return {
    id: state.id,
    number: state.number,
    aliases: state.label === null ? [] : [state.label],
    incident: incident.id,
    status: state.status,
    severity: state.severity,
    lead: state.lead,
    assist: [...state.assist],
    victim: {
      known: victimKnown,
      ordinal: state.ordinal,
      ...(sex === null ? {} : { sex }),
      ...(age === null ? {} : { age }),
      ...(occupation === null ? {} : { occupation }),
    },
    conflicts: state.conflicts.length,
    clocks: clocksOf(clockFacts(state, incident), defaultPolicies, now).map(clockView),
  };
}
