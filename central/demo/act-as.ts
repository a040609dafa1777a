import { suggest } from '#central/intake/read-report.ts';
import type { Parts } from '#central/parts.ts';
import type { LogSession } from '#central/store/log-session.ts';
import type { Act } from '#shared/contract/acts.ts';
import type { Person } from '#shared/domain/person-role.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { judgeAct } from '#shared/sync/judge-act.ts';
import { planAct } from '#shared/sync/plan-act.ts';

/**
 * A simulated person makes an act: planned by the same rules as a console's and judged like one, then written. The
 * case must be loaded. @param happenedMs ms since 1970. @returns false when the rules refuse it.
 */
export function actAs(session: LogSession, parts: Parts, person: Person, act: Act, happenedMs: number): boolean {
  const branchExists = (code: string) => parts.geography.branches.some((branch) => branch.code === code);
  const planned = planAct(act, {
    case: session.caseOf,
    incident: session.incidentOf,
    held: () => null,
    actEvents: () => [],
    eventsOf: session.eventsOf,
    branchExists,
    suggest: (place) => suggest(parts.geography, place),
    readReport: (text) => parts.readReport(text),
    now: () => session.now,
    nextLabel: () => '',
    newId: parts.newId,
    who: person,
  });
  if (!planned.ok) return false;
  const own = {
    act: parts.newId(),
    actor: person.id,
    session: 'demo',
    via: 'keys',
    happenedAt: isoMalaysia(happenedMs),
  } as const;
  const events = session.stamp(planned.drafts, own);
  const verdict = judgeAct(events, {
    author: person,
    caseOf: session.caseOf,
    incidentOf: session.incidentOf,
    branchExists,
  });
  if (verdict.ok) session.append(events);
  return verdict.ok;
}
