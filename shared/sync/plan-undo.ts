import type { EventDraft } from '#shared/contract/wire/event.ts';
import { permitted } from '#shared/domain/act-rules.ts';
import { parseHlc } from '#shared/kit/hlc.ts';
import { type ActWorld, type PlannedAct, UNDO_MS } from './act-world.ts';
import { distinct, inOrder } from './order.ts';
import { refuse, refuseBy } from './refuse.ts';
import { undoneActs } from './undone-acts.ts';

/** What an undo cannot take back: what opened a subject, and that somebody looked. */
const FOR_GOOD = new Set(['case.opened', 'incident.opened', 'report.received', 'case.personal-opened']);

/**
 * S-08: an act can be taken back for ten seconds after it was made, offline and after a restart too, while nobody has
 * built on it; the undo is an event of its own on every case and incident the act touched.
 */
export function planUndo(act: string, world: ActWorld): PlannedAct {
  const events = world.actEvents(act);
  const first = events[0];
  if (!first) return refuse('not-found', 'act.act');
  if (events.some((event) => FOR_GOOD.has(event.type))) return refuse('not-undoable', 'act.act');
  if (world.now() - (world.madeAt?.(act) ?? parseHlc(first.at).ms) > UNDO_MS) return refuse('undo-too-late', 'act.act');
  const drafts: EventDraft[] = [];
  const cases: string[] = [];
  const incidents: string[] = [];
  for (const subject of new Map(events.map((event) => [event.subject.id, event.subject])).values()) {
    const state = subject.kind === 'case' ? world.case(subject.id) : null;
    const incident = world.incident(state?.incident ?? subject.id);
    const verdict = permitted('undo', world.who, state, incident);
    if (verdict.verdict === 'no') return refuseBy(verdict, 'act.act');
    if ((state ?? incident)?.undone.includes(act)) return refuse('already-undone', 'act.act');
    if (!wouldUndo(world, subject.id, act)) return refuse('built-on', 'act.act');
    drafts.push(
      subject.kind === 'case'
        ? { type: 'case.act-undone', subject: { kind: 'case', id: subject.id }, payload: { act } }
        : { type: 'incident.act-undone', subject: { kind: 'incident', id: subject.id }, payload: { act } },
    );
    if (state) cases.push(state.id);
    incidents.push(state?.incident ?? subject.id);
  }
  return { ok: true, drafts, cases, incidents: [...new Set(incidents)], undoable: false };
}

/** Tries the undo on the subject's own history. */
function wouldUndo(world: ActWorld, id: string, act: string): boolean {
  const history = inOrder(distinct(world.eventsOf(id)));
  const last = history.at(-1);
  if (!last) return false;
  const trial = {
    ...last,
    id: `${last.id}#undo`,
    type: `${last.subject.kind}.act-undone`,
    v: 1,
    act: 'trial',
    payload: { act },
  };
  delete trial.private;
  return undoneActs([...history, trial]).has(act);
}
