import type { EventDraft } from '#shared/contract/wire/event.ts';
import { permitted } from '#shared/domain/act-rules.ts';
import { parseHlc } from '#shared/kit/hlc.ts';
import { type ActWorld, type PlannedAct, UNDO_MS } from './act-world.ts';
import { distinct, inOrder } from './order.ts';
import { undoneActs } from './undone-acts.ts';

const refuse = (key: string): PlannedAct => ({
  ok: false,
  failure: { code: key, message: { key: `failure.${key}` }, field: 'act.act' },
});

/**
 * S-08: an act can be taken back for ten seconds after it was made, offline and after a restart too, while nobody has
 * built on it; the undo is an event of its own on every case the act touched.
 */
export function planUndo(act: string, world: ActWorld): PlannedAct {
  const events = world.actEvents(act);
  const first = events[0];
  if (!first) return refuse('not-found');
  if (events.some((event) => event.subject.kind !== 'case' || event.type === 'case.personal-opened'))
    return refuse('not-undoable');
  if (world.now() - parseHlc(first.at).ms > UNDO_MS) return refuse('undo-too-late');
  const drafts: EventDraft[] = [];
  const cases = [...new Set(events.map((event) => event.subject.id))];
  for (const id of cases) {
    const state = world.case(id);
    const verdict = permitted('undo', world.who, state);
    if (verdict.verdict === 'no') return refuse(verdict.why?.key.replace(/^failure\./, '') ?? 'not-allowed');
    if (state?.undone.includes(act)) return refuse('already-undone');
    const draft: EventDraft = { type: 'case.act-undone', subject: { kind: 'case', id }, payload: { act } };
    drafts.push(draft);
    if (!wouldUndo(world, id, act)) return refuse('built-on');
  }
  const incidents = [...new Set(cases.flatMap((id) => world.case(id)?.incident ?? []))];
  return { ok: true, drafts, cases, incidents, undoable: false };
}

/** Tries the undo on the case's own history. */
function wouldUndo(world: ActWorld, id: string, act: string): boolean {
  const history = inOrder(distinct(world.caseEvents(id)));
  const last = history.at(-1);
  if (!last) return false;
  const trial = { ...last, id: `${last.id}#undo`, type: 'case.act-undone', v: 1, act: 'trial', payload: { act } };
  delete trial.private;
  return undoneActs([...history, trial]).has(act);
}
