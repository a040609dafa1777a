import type { CaseState, IncidentState } from './case-state.ts';
import { stillPaused } from './clock-facts.ts';
import type { MessageRef } from './message-ref.ts';
import type { Person } from './person-role.ts';

/** Acts on what stands around a case: three places, laws, complaints, payees. */
const AROUND_A_CASE = [
  'place-kin',
  'place-employer',
  'set-scheme',
  'receive-complaint',
  'acknowledge-complaint',
  'name-payee',
] as const;

/** Acts on something beside cases, or with a place of their own on screen: no menu of a case offers them. */
export const BESIDE_CASES = [
  'admit',
  'turn-down',
  'set-policy',
  'withdraw-policy',
  'move-policy',
  'set-calendar',
  'set-rota',
  'acknowledge-alarm',
  'share-out',
  ...AROUND_A_CASE,
] as const;

/** Every act a person can make; the contract's acts are these. */
export const ACT_KINDS = [
  'assign',
  'triage',
  'acknowledge',
  'first-action',
  'contact-family',
  'complete-documents',
  'decide-eligibility',
  'pay',
  'pause',
  'resume',
  'close',
  'reopen',
  'note',
  'describe-victim',
  'describe-kin',
  'place',
  'open-personal',
  'report',
  'undo',
  'settle',
  'set-time',
  'reverse',
  'join',
  'part',
  'decline',
  'set-assist',
  ...BESIDE_CASES,
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** yes · yes, but say why · no, because. */
export interface Verdict {
  verdict: 'yes' | 'with-reason' | 'no';
  why: MessageRef | null;
}

const YES: Verdict = { verdict: 'yes', why: null };
const no = (key: string): Verdict => ({ verdict: 'no', why: { key } });

/** Acts that a branch squad makes on its own cases; the rest is the control room's. Of its own it assigns: it hands over. */
const OF_THE_SQUAD = new Set<ActKind>([
  'acknowledge',
  'first-action',
  'contact-family',
  'complete-documents',
  'decide-eligibility',
  'pay',
  'pause',
  'resume',
  'note',
  'describe-victim',
  'describe-kin',
  'open-personal',
  'report',
  'undo',
  'reverse',
  'acknowledge-alarm',
  'assign',
  'decline',
  'set-assist',
  ...AROUND_A_CASE,
]);
/** Acts on the rules everybody works by. */
const OF_THE_RULES = new Set<ActKind>(['set-policy', 'withdraw-policy', 'move-policy', 'set-calendar', 'set-rota']);
/** Acts that make sense only once a branch has the case. */
const NEEDS_LEAD = new Set<ActKind>([
  'acknowledge',
  'first-action',
  'contact-family',
  'complete-documents',
  'decide-eligibility',
  'pay',
  'decline',
  'set-assist',
]);
/** Acts that a closed case still takes. */
const ON_CLOSED = new Set<ActKind>([
  'reopen',
  'note',
  'open-personal',
  'undo',
  'reverse',
  'report',
  'settle',
  'set-time',
  'join',
  'part',
  'move-policy',
  'acknowledge-alarm',
  'receive-complaint',
  'acknowledge-complaint',
]);
/** A branch that leads, led or helps. */
function takesPart(state: CaseState, branch: string): boolean {
  return state.assignments.some((one) => one.branch === branch) || state.assist.includes(branch);
}

/**
 * By right alone: may this person make this act on this case at all? Never looks at how far the case has come, so it
 * holds for an act that arrives late too. Central refuses on this; the state of a case is never a ground.
 * @param inSight the case is known to have been in the person's scope when they acted, whatever it is now
 */
export function rightTo(
  kind: ActKind,
  person: Person,
  state: CaseState | null,
  incident: IncidentState | null = null,
  inSight = false,
): Verdict {
  if (person.role === 'wall' || person.role === 'admin') return no('failure.role');
  if (kind === 'settle' && person.role !== 'supervisor') return no('failure.supervisor-only');
  if (kind === 'set-time' && person.role !== 'supervisor') return no('failure.time-supervisor');
  if (OF_THE_RULES.has(kind) && person.role !== 'supervisor') return no('failure.rules-supervisor');
  if ((kind === 'admit' || kind === 'turn-down') && person.role !== 'supervisor')
    return no('failure.decide-supervisor');
  if (person.role === 'branch') {
    if (!OF_THE_SQUAD.has(kind)) return no('failure.role');
    const own = inSight || person.scope.kind !== 'branch' || state === null || takesPart(state, person.scope.branch);
    // To assign what was never its own is no squad's; to hand over its own is.
    return own ? YES : no(kind === 'assign' ? 'failure.role' : 'failure.scope');
  }
  if (!inSight && person.scope.kind === 'state' && incident?.place && incident.place.state !== person.scope.state)
    return no('failure.scope');
  return YES;
}

/** Name of the state an office lies in; null for a code nobody knows. */
type StateOfBranch = (code: string) => string | null;

/** Whether a person is of this branch; a state's squad stands for all offices of its state, headquarters for all. */
function isOf({ scope }: Person, branch: string | null, stateOf: StateOfBranch | undefined): boolean {
  if (scope.kind === 'branch') return scope.branch === branch;
  const state = branch === null ? null : (stateOf?.(branch) ?? null);
  return scope.kind !== 'state' || state === null || state === scope.state;
}

/**
 * The one table of act × role × scope × state, read by screens and the engine alike. A coordinator may take a case from
 * one branch to another only with a reason, which the supervisor sees.
 * @param now ms since 1970; without it a pause counts as under way until somebody ends it
 * @param stateOf without it every office counts as one of a state squad's own
 */
export function permitted(
  kind: ActKind,
  person: Person | null,
  state: CaseState | null,
  incident: IncidentState | null = null,
  now = Number.NEGATIVE_INFINITY,
  stateOf?: StateOfBranch | undefined,
): Verdict {
  if (person === null) return no('failure.not-signed-in');
  const right = rightTo(kind, person, state, incident);
  if (right.verdict === 'no' || state === null) return right;
  if (state.readOnly && kind !== 'note') return no('failure.update-needed');
  if (state.status === 'closed' && !ON_CLOSED.has(kind)) return no('failure.case-closed');
  if (NEEDS_LEAD.has(kind) && state.lead === null) return no('failure.not-assigned');
  switch (kind) {
    case 'assign':
      if (person.role === 'branch' && !isOf(person, state.lead, stateOf)) return no('failure.not-lead');
      return state.lead !== null && person.role !== 'supervisor'
        ? { verdict: 'with-reason', why: { key: 'failure.needs-reason' } }
        : right;
    case 'decline':
      if (person.role === 'branch' && !isOf(person, state.lead, stateOf)) return no('failure.not-lead');
      return state.assignments.at(-1)?.acknowledged ? no('failure.accepted-before') : right;
    case 'acknowledge-complaint':
      return state.complaints?.some((one) => one.acknowledged === null) ? right : no('failure.no-complaint');
    case 'acknowledge':
      // Who helps does not take the case in the place of who was offered it.
      if (person.role === 'branch' && !isOf(person, state.lead, stateOf)) return no('failure.not-lead');
      return state.assignments.at(-1)?.acknowledged ? no('failure.already-acknowledged') : right;
    case 'first-action':
      return state.firstAction ? no('failure.already-acted') : right;
    case 'contact-family':
      return state.familyContacted ? no('failure.already-contacted') : right;
    case 'pause':
      return stillPaused(state.pauses.at(-1), now) ? no('failure.already-paused') : right;
    case 'resume':
      return stillPaused(state.pauses.at(-1), now) ? right : no('failure.not-paused');
    case 'reopen':
      return state.status === 'closed' ? right : no('failure.not-closed');
    case 'settle':
      return state.conflicts.length + (incident?.conflicts.length ?? 0) > 0 ? right : no('failure.conflict-settled');
    case 'part':
      return incident === null || incident.links.length > 0 ? right : no('failure.not-joined');
    default:
      return right;
  }
}
