import type { AnyEvent, KnownEvent } from '#shared/contract/wire/event.ts';
import type { CaseState } from '#shared/domain/case-state.ts';
import { type Outcome, PAUSE_REASONS } from '#shared/domain/case-status.ts';
import { type AssignmentFact, type Moment, type PolicyMove, stillPaused } from '#shared/domain/clock-facts.ts';
import { hadSeen, type Registers } from './register.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] };

/** What a case has been through, while its events are being read. */
export interface Life
  extends Writable<
    Pick<
      CaseState,
      | 'ordinal'
      | 'label'
      | 'suggestedAtAssign'
      | 'assignments'
      | 'triaged'
      | 'firstAction'
      | 'familyContacted'
      | 'documents'
      | 'eligibility'
      | 'payments'
      | 'pauses'
      | 'closed'
      | 'personalOpened'
      | 'assist'
    >
  > {
  opened: Moment | null;
  policyMoves: PolicyMove[];
  incident: string | null;
  closedBy: AnyEvent | null;
  pausedBy: AnyEvent | null;
}

/** A case nothing has happened to. */
export function emptyLife(): Life {
  return {
    opened: null,
    policyMoves: [],
    incident: null,
    ordinal: 1,
    label: null,
    suggestedAtAssign: null,
    assist: [],
    assignments: [],
    triaged: null,
    firstAction: null,
    familyContacted: null,
    documents: [],
    eligibility: [],
    payments: [],
    pauses: [],
    closed: null,
    personalOpened: [],
    closedBy: null,
    pausedBy: null,
  };
}

const earlier = <T extends Moment>(known: T | null, next: T): T =>
  known === null || next.ms < known.ms ? next : known;

/**
 * Takes one event into the case's life. Facts add up; the earliest of a kind is the one that counts for a clock.
 * @param at when it happened, by itself or by whoever set it
 */
export function applyLife(life: Life, registers: Registers, event: KnownEvent & AnyEvent, at: Moment): void {
  switch (event.type) {
    case 'case.opened':
      if (life.opened) break;
      life.opened = at;
      life.incident = event.payload.incident;
      life.ordinal = event.payload.ordinal;
      life.label = event.payload.label ?? null;
      registers.write('severity', event.payload.severity, event);
      break;
    case 'case.triaged':
      life.triaged = earlier(life.triaged, at);
      if (event.payload.severity !== undefined) registers.write('severity', event.payload.severity, event);
      if (event.payload.priority !== undefined) registers.write('priority', event.payload.priority, event);
      break;
    case 'case.assigned':
      assign(life, registers, event, at);
      break;
    case 'case.acknowledged': {
      const index = life.assignments.findIndex((one) => one.id === event.payload.assignment);
      const known = life.assignments[index];
      if (known) life.assignments[index] = { ...known, acknowledged: earlier(known.acknowledged, at) };
      break;
    }
    case 'case.action-taken':
      life.firstAction = earlier(life.firstAction, { ...at, action: event.payload.action });
      break;
    case 'case.family-contacted':
      life.familyContacted = earlier(life.familyContacted, at);
      break;
    case 'case.documents-completed':
      life.documents.push({ benefit: event.payload.benefit, at });
      break;
    case 'case.eligibility-decided':
      life.eligibility.push({ benefit: event.payload.benefit, eligible: event.payload.eligible, at });
      break;
    case 'case.payment-made':
      life.payments.push({ benefit: event.payload.benefit, amountSen: event.payload.amountSen, at });
      break;
    case 'case.paused': {
      const open = life.pauses.at(-1);
      if (open && stillPaused(open, at.ms)) {
        // Two who paused unseen of each other for unlike reasons: one reason shows, the other is not lost.
        const { pausedBy } = life;
        if (pausedBy && !hadSeen(event, pausedBy) && open.reason !== event.payload.reason) {
          registers.contest('pause', { event: pausedBy, value: open.reason }, { event, value: event.payload.reason });
        }
        break;
      }
      life.pausedBy = event;
      const planned = event.payload.until === undefined ? null : Date.parse(event.payload.until);
      life.pauses.push({ reason: event.payload.reason, from: at, until: null, plannedUntil: planned });
      break;
    }
    case 'case.resumed': {
      const open = life.pauses.at(-1);
      if (open?.until === null) life.pauses[life.pauses.length - 1] = { ...open, until: at };
      break;
    }
    case 'case.closed':
      if (registers.write('outcome', event.payload.outcome, event)) {
        life.closed = { ...at, outcome: event.payload.outcome };
        life.closedBy = event;
      }
      break;
    case 'case.reopened':
      life.closed = null;
      life.closedBy = null;
      break;
    case 'case.policy-moved':
      life.policyMoves.push({ clock: event.payload.clock, policy: event.payload.policy, at });
      break;
    case 'case.personal-opened':
      life.personalOpened.push({ event: event.id, actor: event.actor, ms: at.ms });
      break;
    case 'case.conflict-settled':
      settle(life, registers, event, at);
      break;
    case 'case.victim-described':
      for (const [field, value] of Object.entries({ ...event.payload, ...event.private }))
        registers.write(`victim.${field}`, value, event);
      break;
    case 'case.kin-described':
      for (const [field, value] of Object.entries({ ...event.payload, ...event.private }))
        registers.write(`kin.${field}`, value, event);
      break;
    default:
      break;
  }
}

/**
 * S-06: an assignment names the lead its author believed in. Where that is no longer the lead, and the author had not
 * seen the change, the case stays with its lead and the other choice stands beside it. S-07: never two leads.
 */
function assign(life: Life, registers: Registers, event: KnownEvent<'case.assigned'> & AnyEvent, at: Moment): void {
  const lead = registers.read<string>('lead');
  const { branch, believedLead } = event.payload;
  if (life.closedBy && !hadSeen(event, life.closedBy)) {
    registers.contest('status', { event: life.closedBy, value: 'closed' }, { event, value: branch });
    return;
  }
  if (!registers.write('lead', branch, event, believedLead === lead)) return;
  if (lead === branch) return;
  moveTo(life, event, at, branch);
  life.suggestedAtAssign = event.payload.suggested;
}

/**
 * S-19: the choice a person made between two sides. Of two leads both may stay: one leads, the other assists. Of a
 * closing and an assignment that crossed, the other side opens the case again and gives it that lead.
 */
function settle(
  life: Life,
  registers: Registers,
  event: KnownEvent<'case.conflict-settled'> & AnyEvent,
  at: Moment,
): void {
  const lead = registers.read<string>('lead');
  const sides = registers.settle(event.payload, event);
  if (!sides) return;
  const { field, choice } = event.payload;
  const other = sides.other.value;
  if (field === 'lead' && typeof other === 'string') {
    if (choice === 'other' && other !== lead) moveTo(life, event, at, other);
    if (choice === 'both' && other !== lead && !life.assist.includes(other))
      life.assist = [...life.assist, other].sort();
  }
  if (field === 'status' && choice === 'other' && typeof other === 'string') {
    life.closed = null;
    life.closedBy = null;
    registers.write('lead', other, event, true);
    if (other !== lead) moveTo(life, event, at, other);
  }
  const pause = life.pauses.at(-1);
  const reason = PAUSE_REASONS.find((one) => one === other);
  if (field === 'pause' && choice === 'other' && pause && reason) {
    life.pauses[life.pauses.length - 1] = { ...pause, reason };
  }
  if (field === 'outcome' && life.closed)
    life.closed = { ...life.closed, outcome: registers.read<Outcome>('outcome') ?? life.closed.outcome };
}

/** Ends the open assignment and begins the next; time never runs backwards between them. */
function moveTo(life: Life, event: AnyEvent, at: Moment, branch: string): void {
  const last = life.assignments.at(-1);
  if (last?.until === null) life.assignments[life.assignments.length - 1] = { ...last, until: at };
  const fact: AssignmentFact = {
    id: event.id,
    branch,
    from: { ...at, ms: Math.max(at.ms, last ? last.from.ms : at.ms) },
    acknowledged: null,
    until: null,
  };
  life.assignments.push(fact);
  life.assist = life.assist.filter((code) => code !== branch);
}
