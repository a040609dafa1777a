import type { AnyEvent, KnownEvent } from '#shared/contract/wire/event.ts';
import { type Outcome, PAUSE_REASONS } from '#shared/domain/case-status.ts';
import { type Moment, stillPaused } from '#shared/domain/clock-facts.ts';
import { applyAround } from './case-around.ts';
import { acknowledge, assign, decline, endLast, moveTo, setAssist } from './case-lead.ts';
import type { Life } from './life.ts';
import { hadSeen, type Registers } from './register.ts';

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
    case 'case.acknowledged':
      acknowledge(life, registers, event, at);
      break;
    case 'case.declined':
      decline(life, registers, event, at);
      break;
    case 'case.assist-set':
      if (registers.write(`assist.${event.payload.branch}`, event.payload.on, event))
        setAssist(life, registers, event.payload.branch);
      break;
    case 'case.action-taken':
      life.firstAction = earlier(life.firstAction, { ...at, action: event.payload.action });
      break;
    case 'case.family-contacted':
      life.familyContacted = earlier(life.familyContacted, at);
      break;
    case 'case.documents-completed':
      life.documents.push({ benefit: event.payload.benefit, ...payeeOf(event), at });
      break;
    case 'case.eligibility-decided':
      life.eligibility.push({
        benefit: event.payload.benefit,
        eligible: event.payload.eligible,
        ...payeeOf(event),
        at,
      });
      break;
    case 'case.payment-made':
      life.payments.push({
        benefit: event.payload.benefit,
        amountSen: event.payload.amountSen,
        ...payeeOf(event),
        at,
      });
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
      reopen(life, registers, event);
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
      applyAround(life.around, registers, event, at);
      break;
  }
}

/** Whose money a fact is about, where the benefit has several payees. */
function payeeOf({ payload }: { payload: { payeeId?: string | undefined } }): { payee?: string } {
  return payload.payeeId === undefined ? {} : { payee: payload.payeeId };
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
    if (choice === 'both' && other !== lead && registers.write(`assist.${other}`, true, event))
      setAssist(life, registers, other);
  }
  if (field === 'lead' && choice === 'other' && other === null) endLast(life, at, 'other');
  if (field.startsWith('assist.')) setAssist(life, registers, field.slice('assist.'.length));
  if (field === 'status' && choice === 'other' && typeof other === 'string') {
    reopen(life, registers, event);
    if (registers.write('lead', other, event, lead === null) && other !== lead) moveTo(life, event, at, other);
  }
  const pause = life.pauses.at(-1);
  const reason = PAUSE_REASONS.find((one) => one === other);
  if (field === 'pause' && choice === 'other' && pause && reason) {
    life.pauses[life.pauses.length - 1] = { ...pause, reason };
  }
  if (field === 'outcome') {
    const outcome = registers.read<Outcome>('outcome');
    if (outcome !== null && life.closed === null) life.closedBy = event;
    life.closed = outcome === null ? null : { ...(life.closed ?? at), outcome };
    if (outcome === null) life.closedBy = null;
  }
}

/** Takes back the closing its author knew of; one they had not seen stays, and the reopening stands beside it. */
function reopen(life: Life, registers: Registers, event: AnyEvent): void {
  if (!registers.write('outcome', null, event)) return;
  life.closed = null;
  life.closedBy = null;
}
