import type { StoredCase } from '#central/store/case-queries.ts';
import { clocksOf } from '#shared/clocks/clocks-of.ts';
import type { RuleBook } from '#shared/clocks/rule-book.ts';
import type { ApiCase } from '#shared/contract/api/read.ts';
import type { IncidentState } from '#shared/domain/case-state.ts';
import type { Role } from '#shared/domain/person-role.ts';
import { clockFacts } from '#shared/sync/clock-facts.ts';
import { clockView } from './clock-view.ts';

/**
 * A case as the API shows it: facts that name nobody; to a wall of the victim only whether they are known.
 * @param incident what the case's own incident shows as
 * @param role of who reads
 * @param now ms since 1970, for its clocks, which are counted by `rules`
 */
export function caseView(
  { state, victimKnown }: StoredCase,
  incident: IncidentState,
  role: Role,
  now: number,
  rules: RuleBook,
): ApiCase {
  const { sex, age, occupation } = state.victim;
  const closed = role === 'wall';
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
      ...(closed || sex === null ? {} : { sex }),
      ...(closed || age === null ? {} : { age }),
      ...(closed || occupation === null ? {} : { occupation }),
    },
    conflicts: state.conflicts.length,
    clocks: clocksOf(clockFacts(state, incident), rules.policies, now, rules.calendars).map(clockView),
  };
}
