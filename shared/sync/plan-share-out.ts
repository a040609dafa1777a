import type { Act } from '#shared/contract/acts.ts';
import type { EventDraft } from '#shared/contract/wire/event.ts';
import { permitted } from '#shared/domain/act-rules.ts';
import type { ActWorld, PlannedAct } from './act-world.ts';
import { draftsFor } from './case-drafts.ts';
import { refuse, refuseBy } from './refuse.ts';

/**
 * S-49: cases of one gesture to several branches, all or none: what a closed office had, or the victims of one accident.
 * A case that its branch leads already stays as it is; a case named twice goes where it was named last.
 */
export function planShareOut(act: Extract<Act, { kind: 'share-out' }>, world: ActWorld): PlannedAct {
  const drafts: EventDraft[] = [];
  const [cases, incidents] = [new Set<string>(), new Set<string>()];
  for (const [id, branch] of new Map(act.moves.map((move) => [move.case, move.branch]))) {
    if (!world.branchExists(branch)) return refuse('unknown-branch', 'act.moves');
    const state = world.case(id);
    if (!state) return refuse('not-found', 'act.moves');
    if (state.lead === branch) continue;
    const incident = world.incident(state.incident);
    const verdict = permitted('assign', world.who, state, incident, world.now(), world.stateOfBranch);
    if (verdict.verdict === 'no') return refuseBy(verdict, 'act.moves');
    if (verdict.verdict === 'with-reason' && !act.reason) return refuse('needs-reason', 'act.reason');
    const said = act.reason === undefined ? {} : { reason: act.reason };
    drafts.push(...draftsFor({ kind: 'assign', cases: [id], branch, ...said }, state, incident));
    cases.add(id);
    incidents.add(state.incident);
  }
  if (drafts.length === 0) return refuse('already-lead', 'act.moves');
  return { ok: true, drafts, cases: [...cases], incidents: [...incidents], undoable: true };
}
