import { type AnyEvent, checkEvent, isKnown, type KnownEvent } from '#shared/contract/wire/event.ts';
import type { EventType } from '#shared/contract/wire/event-payloads.ts';
import { type ActKind, rightTo } from '#shared/domain/act-rules.ts';
import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import { DECIDED_BEFORE, type HeldAct } from '#shared/domain/held-act.ts';
import type { MessageRef } from '#shared/domain/message-ref.ts';
import type { Person } from '#shared/domain/person-role.ts';
import { RULE_KINDS } from './fold-rule.ts';
import { policyFault } from './policy-version.ts';
import { isUnreadable } from './private-part.ts';
import { areasSet, ruleInScope } from './rule-scope.ts';

/** What central knows at the moment an act arrives. */
export interface JudgeWorld {
  /** Who made the act, by its `actor`; null when central knows no such person. */
  author: Person | null;
  caseOf(id: string): CaseState | null;
  incidentOf(id: string): IncidentState | null;
  branchExists(code: string): boolean;
  /** Accepted events of a subject; what rests on them is not looked at when left out. */
  eventsOf?(subject: string): readonly AnyEvent[];
  /** Central's time, ms since 1970. */
  now?(): number;
  /** The act central holds under this id, and whether it lies in the author's scope; none when left out. */
  heldOf?(act: string): { held: HeldAct; inScope: boolean } | null;
  /** Name of the state a branch lies in; null for a code nobody knows. */
  stateOfBranch?(code: string): string | null;
  /** Of the moment the author acted: their scope then held this subject. What is now decides when left out. */
  hadInSight?(subject: string): boolean;
}

/** How far a console's clock may be ahead of central's, ms. */
const SKEW_MS = 60_000;

export type Judgement = { ok: true } | { ok: false; event: string; code: string; message: MessageRef; field?: string };

/** The act each event type belongs to; types only central may write have none. */
export const ACT_OF: Record<EventType, ActKind | null> = {
  'report.received': 'report',
  'incident.opened': 'report',
  'incident.report-linked': 'report',
  'incident.placed': 'place',
  'incident.graded': 'triage',
  'incident.numbered': null,
  'case.opened': 'report',
  'case.numbered': null,
  'case.triaged': 'triage',
  'case.victim-described': 'describe-victim',
  'case.kin-described': 'describe-kin',
  'case.assigned': 'assign',
  'case.acknowledged': 'acknowledge',
  'case.action-taken': 'first-action',
  'case.family-contacted': 'contact-family',
  'case.documents-completed': 'complete-documents',
  'case.eligibility-decided': 'decide-eligibility',
  'case.payment-made': 'pay',
  'case.paused': 'pause',
  'case.resumed': 'resume',
  'case.closed': 'close',
  'case.reopened': 'reopen',
  'case.noted': 'note',
  'case.personal-opened': 'open-personal',
  'case.act-undone': 'undo',
  'case.conflict-settled': 'settle',
  'incident.conflict-settled': 'settle',
  'incident.act-undone': 'undo',
  'incident.joined': 'join',
  'incident.parted': 'part',
  'case.erased': null,
  'case.time-set': 'set-time',
  'incident.time-set': 'set-time',
  'act.held': null,
  'act.admitted': 'admit',
  'act.turned-down': 'turn-down',
  'user.described': null,
  'policy.set': 'set-policy',
  'policy.withdrawn': 'withdraw-policy',
  'case.policy-moved': 'move-policy',
  'calendar.set': 'set-calendar',
  'calendar.withdrawn': 'set-calendar',
  'rota.set': 'set-rota',
  'rota.withdrawn': 'set-rota',
  'case.alarm-acknowledged': 'acknowledge-alarm',
  'case.declined': 'decline',
  'case.assist-set': 'set-assist',
  'case.kin-placed': 'place-kin',
  'case.employer-placed': 'place-employer',
  'case.scheme-set': 'set-scheme',
  'case.complaint-received': 'receive-complaint',
  'case.complaint-acknowledged': 'acknowledge-complaint',
  'case.payee-named': 'name-payee',
};

/**
 * S-09: central accepts or refuses an act whole, on shape, right, scope and existence. S-10: being late or stale is
 * never a ground: what the case has become since is settled by the fold, as a conflict where it must be.
 * Events of an unknown type or version pass.
 */
export function judgeAct(events: readonly AnyEvent[], world: JudgeWorld): Judgement {
  const opened = openedHere(events, world);
  for (const event of events) {
    const fault = checkEvent(event);
    if (fault) return { ok: false, event: event.id, code: 'bad-event', ...fault };
    const judgement = isKnown(event) ? judgeEvent(event, opened, world) : null;
    if (judgement) return judgement;
  }
  return { ok: true };
}

/** Incidents and cases this act itself opens; one that central knows already is not among them. */
function openedHere(events: readonly AnyEvent[], world: JudgeWorld): ReadonlySet<string> {
  const ids = events
    .filter((event) => event.type === 'case.opened' || event.type === 'incident.opened')
    .map((event) => event.subject.id);
  return new Set(ids.filter((id) => world.caseOf(id) === null && world.incidentOf(id) === null));
}

function judgeEvent(event: KnownEvent & AnyEvent, opened: ReadonlySet<string>, world: JudgeWorld): Judgement | null {
  if (event.type === 'act.admitted' || event.type === 'act.turned-down') return judgeDecision(event, world);
  if (RULE_KINDS.includes(event.subject.kind)) return judgeRule(event, world);
  const { id, kind: subject } = event.subject;
  const about = event.type === 'case.opened' ? event.payload.incident : id;
  const state = subject === 'case' ? world.caseOf(id) : null;
  const incident = world.incidentOf(state?.incident ?? about);
  if (subject === 'case' && !state && !opened.has(id)) return refuse(event, 'not-found', 'subject.id');
  if (subject === 'incident' && !incident && !opened.has(id)) return refuse(event, 'not-found', 'subject.id');
  if (event.type === 'case.opened' && !incident && !opened.has(about))
    return refuse(event, 'not-found', 'payload.incident');
  const kind = kindOf(event, opened.has(about));
  if (kind === null) return refuse(event, 'not-allowed', 'type');
  if (world.author === null) return refuse(event, 'unknown-author', 'actor');
  const inSight = world.hadInSight?.(id) ?? false;
  const right = rightTo(kind, world.author, state, incident, inSight);
  if (right.verdict === 'no') return refuse(event, right.why?.key.replace(/^failure\./, '') ?? 'not-allowed', 'actor');
  if (!inSight && isOutside(world.author, state, incident, world)) return refuse(event, 'scope', 'actor');
  if (event.type === 'incident.joined' && !world.incidentOf(event.payload.with) && !opened.has(event.payload.with)) {
    return refuse(event, 'not-found', 'payload.with');
  }
  if (event.type === 'case.time-set' || event.type === 'incident.time-set') return judgeSetTime(event, world);
  if (event.type === 'case.declined') return judgeDecline(event, world, state);
  if (event.type !== 'case.assigned' && event.type !== 'case.assist-set') return null;
  if (!world.branchExists(event.payload.branch)) return refuse(event, 'unknown-branch', 'payload.branch');
  if (event.type === 'case.assist-set') return null;
  const { believedLead } = event.payload;
  if (isStranger(world, believedLead)) return refuse(event, 'not-lead', 'payload.believedLead');
  const moves = believedLead !== null && world.author.role !== 'supervisor';
  // A reason that nobody can read any more was given all the same.
  return moves && !event.private?.reason && !isUnreadable(event)
    ? refuse(event, 'needs-reason', 'private.reason')
    : null;
}

/** A squad for a whole state acts where the accident lies there, and where one of its offices has or had a part. */
function isOutside(
  { role, scope }: Person,
  state: CaseState | null,
  incident: IncidentState | null,
  { stateOfBranch }: JudgeWorld,
): boolean {
  if (role !== 'branch' || scope.kind !== 'state' || state === null || !stateOfBranch) return false;
  if (!incident?.place || incident.place.state === scope.state) return false;
  const offices = [...state.assignments.map(({ branch }) => branch), ...state.assist];
  return !offices.some((branch) => stateOfBranch(branch) === scope.state);
}

/** A squad gives away or turns down what it believes its own branch, or an office of its state, to have, nothing else. */
function isStranger({ author, stateOfBranch }: JudgeWorld, branch: string | null): boolean {
  if (author?.role !== 'branch') return false;
  const { scope } = author;
  if (scope.kind === 'branch') return scope.branch !== branch;
  const state = branch === null ? null : (stateOfBranch?.(branch) ?? null);
  return scope.kind === 'state' && state !== null && state !== scope.state;
}

/** S-47: only the branch that was offered the case declines it, or the control room for it. */
function judgeDecline(
  event: KnownEvent<'case.declined'> & AnyEvent,
  world: JudgeWorld,
  state: CaseState | null,
): Judgement | null {
  const offer = state?.assignments.find(({ id }) => id === event.payload.assignment);
  // An offer of this very act, or one that may yet be brought back, is nobody else's.
  return offer && isStranger(world, offer.branch) ? refuse(event, 'not-lead', 'payload.assignment') : null;
}

/** Promises, calendars and rota are a supervisor's whose scope reaches where they hold, and where they held before. */
function judgeRule(event: KnownEvent & AnyEvent, world: JudgeWorld): Judgement | null {
  const kind = ACT_OF[event.type];
  if (kind === null) return refuse(event, 'not-allowed', 'type');
  const { author } = world;
  if (author === null) return refuse(event, 'unknown-author', 'actor');
  const right = rightTo(kind, author, null);
  if (right.verdict === 'no') return refuse(event, right.why?.key.replace(/^failure\./, '') ?? 'not-allowed', 'actor');
  const fault = event.type === 'policy.set' ? policyFault(event.payload.policy) : null;
  if (fault !== null) return refuse(event, fault.key.replace(/^failure\./, ''), `payload.policy.${fault.field}`);
  const areas = [...areasSet([event]), ...areasSet(world.eventsOf?.(event.subject.id) ?? [])];
  // A withdrawal of what is not here waits for nothing: it may yet be brought back, and takes nothing else off.
  if (areas.length === 0 && author.scope.kind !== 'hq') return refuse(event, 'not-found', 'subject.id');
  return areas.every((area) => ruleInScope(author, area, world)) ? null : refuse(event, 'rules-scope', 'actor');
}

/** S-28: only a supervisor in whose scope a held act lies decides on it; who decides otherwise than was decided is told so. */
function judgeDecision(
  event: (KnownEvent & AnyEvent) & { type: 'act.admitted' | 'act.turned-down' },
  world: JudgeWorld,
): Judgement | null {
  const found = world.heldOf?.(event.subject.id) ?? null;
  if (found === null) return refuse(event, 'not-found', 'subject.id');
  if (world.author === null) return refuse(event, 'unknown-author', 'actor');
  const right = rightTo(event.type === 'act.admitted' ? 'admit' : 'turn-down', world.author, null);
  if (right.verdict === 'no') return refuse(event, right.why?.key.replace(/^failure\./, '') ?? 'not-allowed', 'actor');
  if (!found.inScope) return refuse(event, 'scope', 'actor');
  if (event.type === 'act.turned-down' && !event.private?.reason && !isUnreadable(event))
    return refuse(event, 'needs-reason', 'private.reason');
  const { decision } = found.held;
  if (decision === null || `act.${decision.kind}` === event.type) return null;
  return refuse(event, DECIDED_BEFORE[decision.kind].replace(/^failure\./, ''), 'type');
}

/** S-34: only an estimate is set, and not to a time that has not come. */
function judgeSetTime(
  event: KnownEvent<'case.time-set' | 'incident.time-set'> & AnyEvent,
  { eventsOf, now }: JudgeWorld,
): Judgement | null {
  const { event: of, happenedAt } = event.payload;
  if (now && Date.parse(happenedAt) > now() + SKEW_MS) return refuse(event, 'in-future', 'payload.happenedAt');
  if (!eventsOf) return null;
  const found = eventsOf(event.subject.id).find((one) => one.id === of);
  // One that is not here may yet be brought back to a restored central; till then nothing rests on it.
  return found?.certain ? refuse(event, 'time-sure', 'payload.event') : null;
}

/**
 * The right an event asks for. What an act says of the very incident it opens belongs to its report; the same words on
 * an incident that stands already, a further victim or a further report among them, are the control room's.
 * @param fresh the incident (or, of other events, the subject) is opened in this act
 */
function kindOf(event: KnownEvent, fresh: boolean): ActKind | null {
  if (event.subject.kind === 'report') return 'report';
  if (fresh && ACT_OF[event.type] !== null && event.subject.kind === 'incident') return 'report';
  if (event.type === 'case.opened' || event.type === 'incident.opened' || event.type === 'incident.report-linked') {
    return fresh ? 'report' : 'triage';
  }
  return ACT_OF[event.type];
}

function refuse(event: AnyEvent, code: string, field: string): Judgement {
  return { ok: false, event: event.id, code, message: { key: `failure.${code}` }, field };
}
