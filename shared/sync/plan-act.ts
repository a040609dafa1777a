import type { Act } from '#shared/contract/acts.ts';
import type { EventDraft } from '#shared/contract/wire/event.ts';
import { permitted } from '#shared/domain/act-rules.ts';
import type { CaseState } from '#shared/domain/case-state.ts';
import { severitiesByHand } from '#shared/domain/victim-severities.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import type { ActWorld, PlannedAct } from './act-world.ts';
import { type CaseAct, draftsFor } from './case-drafts.ts';
import { gradeOfSource, openIncident } from './open-incident.ts';
import { planDecision } from './plan-decision.ts';
import { planJoin, planPart, planPlace, planSettle } from './plan-incident-acts.ts';
import { planReverse } from './plan-reverse.ts';
import { planAlarmsHeard, planRules } from './plan-rules.ts';
import { planSetTime } from './plan-set-time.ts';
import { planShareOut } from './plan-share-out.ts';
import { planUndo } from './plan-undo.ts';
import { refuse, refuseBy } from './refuse.ts';

/**
 * Turns an act into events, all or none. Asks the one rule table for each case it touches and names the first that
 * refuses. Nothing is written: the engine stamps and commits what comes back.
 */
export function planAct(act: Act, world: ActWorld): PlannedAct {
  switch (act.kind) {
    case 'report':
      return planReport(act, world);
    case 'place':
      return planPlace(act, world);
    case 'settle':
      return planSettle(act, world);
    case 'join':
      return planJoin(act, world);
    case 'part':
      return planPart(act, world);
    case 'admit':
    case 'turn-down':
      return planDecision(act, world);
    case 'undo':
      return planUndo(act.act, world);
    case 'reverse':
      return planReverse(act, world);
    case 'set-time':
      return planSetTime(act, world);
    case 'set-policy':
    case 'withdraw-policy':
    case 'move-policy':
    case 'set-calendar':
    case 'set-rota':
      return planRules(act, world);
    case 'acknowledge-alarm':
      return planAlarmsHeard(act, world);
    case 'share-out':
      return planShareOut(act, world);
    case 'receive-complaint':
    case 'acknowledge-complaint':
    case 'name-payee':
    case 'describe-victim':
    case 'describe-kin':
    case 'open-personal':
      return planCases(act, [act.case], world);
    default:
      return planCases(act, act.cases, world);
  }
}

function planCases(act: CaseAct, ids: readonly string[], world: ActWorld): PlannedAct {
  if ('branch' in act && !world.branchExists(act.branch)) return refuse('unknown-branch', 'act.branch');
  const drafts: EventDraft[] = [];
  const touched: CaseState[] = [];
  for (const id of new Set(ids)) {
    const state = world.case(id);
    if (!state) return refuse('not-found', 'act.cases');
    if (act.kind === 'assign' && state.lead === act.branch) continue;
    const incident = world.incident(state.incident);
    const verdict = permitted(act.kind, world.who, state, incident, world.now(), world.stateOfBranch);
    if (verdict.verdict === 'no') return refuseBy(verdict, 'act.cases');
    if (verdict.verdict === 'with-reason' && !('reason' in act && act.reason))
      return refuse('needs-reason', 'act.reason');
    const stranger = strangeIn(act, state);
    if (stranger !== null) return stranger;
    drafts.push(...draftsFor(act, state, incident));
    touched.push(state);
  }
  if (act.kind === 'triage' && act.grade !== undefined) {
    for (const id of new Set(touched.map((state) => state.incident))) {
      drafts.push({ type: 'incident.graded', subject: { kind: 'incident', id }, payload: { grade: act.grade } });
    }
  }
  if (drafts.length === 0) return refuse('already-lead', 'act.branch');
  return {
    ok: true,
    drafts,
    cases: touched.map((state) => state.id),
    incidents: [...new Set(touched.map((state) => state.incident))],
    undoable: act.kind !== 'open-personal',
  };
}

/** What the act names that this case does not have: a payee, a complaint that waits for its answer. */
function strangeIn(act: CaseAct, state: CaseState): PlannedAct | null {
  if (act.kind === 'acknowledge-complaint') {
    const found = state.complaints?.find(({ id }) => id === act.complaint);
    if (!found) return refuse('not-found', 'act.complaint');
    return found.acknowledged === null ? null : refuse('no-complaint', 'act.complaint');
  }
  if (act.kind === 'name-payee' || !('payeeId' in act) || act.payeeId === undefined) return null;
  return state.payees?.some(({ id }) => id === act.payeeId) ? null : refuse('unknown-payee', 'act.payeeId');
}

function planReport(act: Extract<Act, { kind: 'report' }>, world: ActWorld): PlannedAct {
  const verdict = permitted('report', world.who, null);
  if (verdict.verdict === 'no') return refuseBy(verdict, 'act');
  if (act.publishedAt !== undefined && Date.parse(act.publishedAt) > world.now())
    return refuse('in-future', 'act.publishedAt');
  const read = world.readReport(act.text, act.place);
  const severities = severitiesByHand(read.severities, act);
  const ids = {
    report: world.newId(),
    incident: world.newId(),
    cases: severities.map(() => world.newId()),
  };
  const drafts = openIncident(
    {
      source: act.source,
      receivedAt: isoMalaysia(world.now()),
      ...(act.publishedAt === undefined ? {} : { publishedAt: act.publishedAt }),
    },
    { text: act.text, url: act.url, placeName: act.placeName, reporter: act.reporter },
    {
      ...read,
      kind: act.incidentKind ?? read.kind,
      severities,
      grade: gradeOfSource(act.source),
    },
    ids,
    world.nextLabel(),
  );
  return { ok: true, drafts, cases: [...ids.cases], incidents: [ids.incident], undoable: false };
}
