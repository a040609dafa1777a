import type { Act } from '#shared/contract/acts.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { permitted } from '#shared/domain/act-rules.ts';
import type { MessageRef } from '#shared/domain/message-ref.ts';
import { parseHlc } from '#shared/kit/hlc.ts';
import { type ActWorld, type PlannedAct, UNDO_MS } from './act-world.ts';
import { foldCase } from './fold-case.ts';
import { foldIncident } from './fold-incident.ts';
import { distinct, inOrder } from './order.ts';
import { planUndo } from './plan-undo.ts';
import { refuse, refuseBy } from './refuse.ts';
import { type ReverseStep, reverseOnCase, reverseOnIncident } from './reverse-event.ts';

/** The member of the input at fault. */
const MEMBER = 'act.act';

type Reverse = Extract<Act, { kind: 'reverse' }>;

/** How an act can be taken back now: undone, reversed by an ordinary act, or not at all. */
export type WayBack =
  | { way: 'undo'; until: number }
  | { way: 'reverse'; words: MessageRef; needsReason: boolean; cases: string[] }
  | { way: 'none'; why: MessageRef };

/**
 * S-35: an ordinary act that brings back what stood before another, on each case and incident where what it changed
 * still stands; refused where that is nowhere.
 */
export function planReverse(act: Reverse, world: ActWorld): PlannedAct {
  return plan(act, world).planned;
}

/** What taking an act back would be now: its own undo while that has force, then what reverses it. */
export function wayBackOf(act: string, world: ActWorld): WayBack {
  const undo = planUndo(act, world);
  const first = world.actEvents(act)[0];
  if (undo.ok && first) return { way: 'undo', until: (world.madeAt?.(act) ?? parseHlc(first.at).ms) + UNDO_MS };
  const { planned, steps } = plan({ kind: 'reverse', act }, world);
  const words = steps[0]?.words;
  const needsReason = !planned.ok && planned.failure.code === 'needs-reason';
  const cases = steps.flatMap(({ draft }) => (draft.subject.kind === 'case' ? [draft.subject.id] : []));
  if (words && (planned.ok || needsReason)) return { way: 'reverse', words, needsReason, cases: [...new Set(cases)] };
  return { way: 'none', why: planned.ok ? { key: 'failure.not-undoable' } : planned.failure.message };
}

function plan(act: Reverse, world: ActWorld): { planned: PlannedAct; steps: ReverseStep[] } {
  const events = world.actEvents(act.act);
  const steps: ReverseStep[] = [];
  const none = (planned: PlannedAct) => ({ planned, steps });
  if (events.length === 0) return none(refuse('not-found', MEMBER));
  if (events.some((event) => event.type === 'report.received')) return none(refuse('not-undoable', MEMBER));
  const links = new Map<string, string>();
  const newLink = (link: string) => {
    const known = links.get(link) ?? world.newId();
    links.set(link, known);
    return known;
  };
  let why: PlannedAct | null = null;
  const cases: string[] = [];
  const incidents: string[] = [];
  for (const event of events) {
    const found = stepOf(event, act, world, newLink);
    const { state, incident, step } = found;
    if (typeof step === 'string') {
      why ??= refuse(step, MEMBER);
      continue;
    }
    const verdict = permitted(step.kind, world.who, state, incident, world.now(), world.stateOfBranch);
    if (verdict.verdict === 'no') {
      why ??= refuseBy(verdict, MEMBER);
      continue;
    }
    if (verdict.verdict === 'with-reason' && act.reason === undefined) why = refuse('needs-reason', 'act.reason');
    steps.push(step);
    if (state) cases.push(state.id);
    incidents.push(state?.incident ?? event.subject.id);
  }
  if (steps.length === 0) return none(why ?? refuse('not-undoable', MEMBER));
  if (why?.ok === false && why.failure.code === 'needs-reason') return none(why);
  const drafts = steps.map((step) => step.draft);
  const ids = { cases: [...new Set(cases)], incidents: [...new Set(incidents)] };
  return none({ ok: true, drafts, ...ids, undoable: true });
}

function stepOf(event: AnyEvent, { act, reason }: Reverse, world: ActWorld, newLink: (link: string) => string) {
  const { id, kind } = event.subject;
  const state = kind === 'case' ? world.case(id) : null;
  const incident = world.incident(state?.incident ?? id);
  const found = (step: ReverseStep | string) => ({ state, incident, step });
  const standing = state ?? incident;
  if (!standing) return found('not-found');
  if (standing.undone.includes(act)) return found('already-undone');
  const history = inOrder(distinct(world.eventsOf(id)));
  const at = history.findIndex((one) => one.id === event.id);
  const earlier = history.slice(0, Math.max(0, at)).filter((one) => !standing.undone.includes(one.act));
  if (state) {
    const before = foldCase(earlier);
    // Stored states name nobody; what is known of people stands in the events.
    const now = foldCase(history);
    if (!before || !now) return found('not-undoable');
    return found(reverseOnCase(event, { before, now, at: world.now(), reason }, incident));
  }
  const before = incident && foldIncident(earlier);
  if (!incident || !before) return found('not-undoable');
  const linkOf = (link: string) => {
    const joined = history.find((one) => one.type === 'incident.joined' && one.payload.link === link);
    return typeof joined?.payload.with === 'string' ? joined.payload.with : null;
  };
  return found(reverseOnIncident(event, { before, now: incident, at: world.now(), reason }, linkOf, newLink));
}
