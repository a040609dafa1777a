import type { AnyEvent, KnownEvent } from '#shared/contract/wire/event.ts';
import type { AssignmentFact, Moment } from '#shared/domain/clock-facts.ts';
import type { Life } from './life.ts';
import { hadSeen, type Registers } from './register.ts';

/**
 * S-06: an assignment names the lead its author believed in. Where that is no longer the lead, and the author had not
 * seen the change, the case stays with its lead and the other choice stands beside it. S-07: never two leads. S-47: a
 * case that was declined unseen is with nobody, so the assignment stands.
 */
export function assign(
  life: Life,
  registers: Registers,
  event: KnownEvent<'case.assigned'> & AnyEvent,
  at: Moment,
): void {
  const lead = registers.read<string>('lead');
  const { branch, believedLead } = event.payload;
  if (life.closedBy && !hadSeen(event, life.closedBy)) {
    registers.contest('status', { event: life.closedBy, value: 'closed' }, { event, value: branch });
    return;
  }
  const given = lead === null && life.assignments.at(-1)?.declined !== undefined;
  if (!registers.write('lead', branch, event, given || believedLead === lead)) return;
  if (lead === branch) return;
  moveTo(life, event, at, branch);
  life.suggestedAtAssign = event.payload.suggested;
  // S-48: an offer a supervisor let in late may have been answered before.
  for (const { event: answer, at: when } of life.early.filter((one) => one.event.payload.assignment === event.id)) {
    if (answer.type === 'case.declined') decline(life, registers, answer, when);
    else acknowledge(life, registers, answer, when);
  }
}

/** The branch has the case from here on; of one offer that was declined unseen, both answers stand (S-48). */
export function acknowledge(
  life: Life,
  registers: Registers,
  event: KnownEvent<'case.acknowledged'> & AnyEvent,
  at: Moment,
): void {
  const { assignment } = event.payload;
  const index = life.assignments.findIndex((one) => one.id === assignment);
  const known = life.assignments[index];
  if (!known) {
    life.early.push({ event, at });
    return;
  }
  const declined = life.declinedBy.get(assignment);
  if (declined && !hadSeen(event, declined) && registers.read('lead') === null)
    registers.contest('lead', { event: declined, value: null }, { event, value: known.branch });
  if (!life.acknowledgedBy.has(assignment)) life.acknowledgedBy.set(assignment, event);
  const earlier = known.acknowledged !== null && known.acknowledged.ms <= at.ms ? known.acknowledged : at;
  life.assignments[index] = { ...known, acknowledged: earlier };
}

/**
 * S-47: the branch does not take the case: nobody leads it. An offer that is over already stays as it ended; one that
 * was accepted unseen keeps its lead, and the other answer stands beside it (S-48).
 */
export function decline(
  life: Life,
  registers: Registers,
  event: KnownEvent<'case.declined'> & AnyEvent,
  at: Moment,
): void {
  const { assignment } = event.payload;
  if (!life.assignments.some(({ id }) => id === assignment)) {
    life.early.push({ event, at });
    return;
  }
  const last = life.assignments.at(-1);
  if (last?.id !== assignment || last.until !== null) return;
  const accepted = life.acknowledgedBy.get(last.id);
  if (accepted && !hadSeen(event, accepted)) {
    registers.contest('lead', { event: accepted, value: last.branch }, { event, value: null });
    return;
  }
  registers.write('lead', null, event, true);
  life.declinedBy.set(last.id, event);
  endLast(life, at, event.payload.reason);
}

/** Nobody leads any more: the open stretch ends, declined. */
export function endLast(life: Life, at: Moment, reason: NonNullable<AssignmentFact['declined']>['reason']): void {
  const last = life.assignments.at(-1);
  if (last?.until !== null) return;
  const until = { ...at, ms: Math.max(at.ms, last.from.ms) };
  life.assignments[life.assignments.length - 1] = { ...last, until, declined: { ...until, reason } };
}

/** Ends the open assignment and begins the next; time never runs backwards between them. */
export function moveTo(life: Life, event: AnyEvent, at: Moment, branch: string): void {
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

/** A branch helps, or does no longer; the lead never assists itself. */
export function setAssist(life: Life, registers: Registers, branch: string): void {
  const on = registers.read<boolean>(`assist.${branch}`) === true && registers.read('lead') !== branch;
  const others = life.assist.filter((code) => code !== branch);
  life.assist = on ? [...others, branch].sort() : others;
}
