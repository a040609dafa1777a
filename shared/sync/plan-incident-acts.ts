import type { Act } from '#shared/contract/acts.ts';
import type { EventDraft } from '#shared/contract/wire/event.ts';
import { permitted } from '#shared/domain/act-rules.ts';
import type { ActWorld, PlannedAct } from './act-world.ts';
import { isOfTwoLeads } from './conflict-sides.ts';
import { refuse, refuseBy } from './refuse.ts';

/** A person moves the incident to another place; what was shown before stays among the alternatives. */
export function planPlace(act: Extract<Act, { kind: 'place' }>, world: ActWorld): PlannedAct {
  const incident = world.incident(act.incident);
  if (!incident) return refuse('not-found', 'act.incident');
  const verdict = permitted('place', world.who, null, incident);
  if (verdict.verdict === 'no') return refuseBy(verdict, 'act.incident');
  if (incident.readOnly) return refuse('update-needed', 'act.incident');
  const alternatives = [incident.place, ...incident.alternatives]
    .filter((place) => place !== null)
    .filter((place) => place.name !== act.place.name);
  const payload = { place: act.place, alternatives: alternatives.slice(0, 8), suggested: world.suggest(act.place) };
  const drafts: EventDraft[] = [{ type: 'incident.placed', subject: { kind: 'incident', id: incident.id }, payload }];
  return { ok: true, drafts, cases: [], incidents: [incident.id], undoable: true };
}

/** A supervisor's choice between the two sides of a conflict that is open in this store. */
export function planSettle(act: Extract<Act, { kind: 'settle' }>, world: ActWorld): PlannedAct {
  const { subject, field, other, choice, reason } = act;
  const state = subject.kind === 'case' ? world.case(subject.id) : world.incident(subject.id);
  if (!state) return refuse('not-found', 'act.subject');
  const seen = subject.kind === 'case' ? world.case(subject.id) : null;
  const verdict = permitted('settle', world.who, seen, subject.kind === 'incident' ? world.incident(subject.id) : null);
  if (verdict.verdict === 'no') return refuseBy(verdict, 'act.subject');
  const conflict = state.conflicts.find((one) => one.field === field && one.other.event === other);
  if (!conflict) return refuse('conflict-settled', 'act.other');
  if (choice === 'both' && !(seen && isOfTwoLeads(conflict))) return refuse('not-both', 'act.choice');
  const payload = { field, other, choice };
  const hidden = reason === undefined ? {} : { private: { reason } };
  const draft: EventDraft =
    subject.kind === 'case'
      ? { type: 'case.conflict-settled', subject: { kind: 'case', id: subject.id }, payload, ...hidden }
      : { type: 'incident.conflict-settled', subject: { kind: 'incident', id: subject.id }, payload, ...hidden };
  const incident = subject.kind === 'case' ? (seen?.incident ?? '') : subject.id;
  return { ok: true, drafts: [draft], cases: seen ? [seen.id] : [], incidents: [incident], undoable: true };
}

/** Joins two incidents: one half of the link on each. */
export function planJoin(act: Extract<Act, { kind: 'join' }>, world: ActWorld): PlannedAct {
  const [a, b] = act.incidents;
  if (a === b) return refuse('same-incident', 'act.incidents');
  const link = world.newId();
  const drafts: EventDraft[] = [];
  for (const [id, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const incident = world.incident(id);
    if (!incident) return refuse('not-found', 'act.incidents');
    const verdict = permitted('join', world.who, null, incident);
    if (verdict.verdict === 'no') return refuseBy(verdict, 'act.incidents');
    if (incident.links.some((one) => one.with === other)) return refuse('already-joined', 'act.incidents');
    drafts.push({ type: 'incident.joined', subject: { kind: 'incident', id }, payload: { link, with: other } });
  }
  return { ok: true, drafts, cases: [], incidents: [a, b], undoable: true };
}

/** Takes every link off an incident, on both its halves. */
export function planPart(act: Extract<Act, { kind: 'part' }>, world: ActWorld): PlannedAct {
  const incident = world.incident(act.incident);
  if (!incident) return refuse('not-found', 'act.incident');
  const verdict = permitted('part', world.who, null, incident);
  if (verdict.verdict === 'no') return refuseBy(verdict, 'act.incident');
  if (incident.links.length === 0) return refuse('not-joined', 'act.incident');
  const drafts = incident.links.flatMap(({ link, with: other }): EventDraft[] =>
    [incident.id, other].map((id) => ({
      type: 'incident.parted',
      subject: { kind: 'incident', id },
      payload: { link },
    })),
  );
  const incidents = [incident.id, ...incident.links.map((one) => one.with)];
  return { ok: true, drafts, cases: [], incidents: [...new Set(incidents)], undoable: true };
}
