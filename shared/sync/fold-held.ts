import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';
import type { HeldAct, HeldDecision } from '#shared/domain/held-act.ts';
import { momentOf } from './moment.ts';
import { distinct, inOrder } from './order.ts';

/**
 * S-28: an act before a supervisor, by the events on it. The first decision in order stands, whoever made it and
 * however many follow. Null while central did not say that it holds the act.
 */
export function foldHeld(events: readonly AnyEvent[]): HeldAct | null {
  let held: HeldAct | null = null;
  let decision: HeldDecision | null = null;
  let seq = 0;
  for (const event of inOrder(distinct(events))) {
    seq = Math.max(seq, event.seq ?? 0);
    if (!isKnown(event)) continue;
    const { ms } = momentOf(event);
    const by = { event: event.id, actor: event.actor, ms };
    if (event.type === 'act.held') {
      const { code, author, device, subjects, events: kept } = event.payload;
      held ??= {
        id: event.subject.id,
        code,
        author,
        device,
        subjects,
        events: kept,
        heldMs: ms,
        decision: null,
        seq: 0,
      };
    } else if (event.type === 'act.admitted') {
      decision ??= { kind: 'admitted', ...by, reason: event.private?.reason ?? null };
    } else if (event.type === 'act.turned-down') {
      decision ??= { kind: 'turned-down', ...by, reason: event.private?.reason ?? null };
    }
  }
  return held === null ? null : { ...held, decision, seq };
}
