import type { Act } from '#shared/contract/acts.ts';
import type { EventDraft } from '#shared/contract/wire/event.ts';
import { permitted } from '#shared/domain/act-rules.ts';
import { DECIDED_BEFORE } from '#shared/domain/held-act.ts';
import type { ActWorld, PlannedAct } from './act-world.ts';
import { refuse, refuseBy } from './refuse.ts';

/** S-28: a supervisor admits an act that central holds, or turns it down with words. It cannot be taken back. */
export function planDecision(act: Extract<Act, { kind: 'admit' | 'turn-down' }>, world: ActWorld): PlannedAct {
  const held = world.held(act.held);
  if (!held) return refuse('not-found', 'act.held');
  const verdict = permitted(act.kind, world.who, null);
  if (verdict.verdict === 'no') return refuseBy(verdict, 'act.held');
  if (held.decision !== null)
    return refuseBy({ verdict: 'no', why: { key: DECIDED_BEFORE[held.decision.kind] } }, 'act.held');
  const subject = { kind: 'act', id: held.id } as const;
  const draft: EventDraft =
    act.kind === 'turn-down'
      ? { type: 'act.turned-down', subject, payload: {}, private: { reason: act.reason } }
      : { type: 'act.admitted', subject, payload: {} };
  const of = (kind: string) => held.subjects.filter((one) => one.kind === kind).map(({ id }) => id);
  return { ok: true, drafts: [draft], cases: of('case'), incidents: of('incident'), undoable: false };
}
