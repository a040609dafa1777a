import type { Benefit } from '#shared/domain/benefit.ts';
import type { AssignmentFact, ClockFacts, Moment } from '#shared/domain/clock-facts.ts';
import type { MessageRef } from '#shared/domain/message-ref.ts';
import type { ClockEnd } from './clock-instance.ts';
import type { Started } from './clock-start.ts';
import { byMoment, firstOf } from './first-moment.ts';
import type { ClockStop } from './policies.ts';

/** What ended a clock, and the words of its line. */
export interface Stopped {
  at: Moment;
  how: ClockEnd;
  step: MessageRef;
}

/** When a stop came, or null while it has not. */
function momentOfStop(facts: ClockFacts, stop: ClockStop, run: Started): Moment | null {
  switch (stop) {
    case 'triaged':
      return facts.triaged;
    case 'assigned':
      if (run.declined) return nextAssignment(facts, run.declined.id);
      return firstOf(facts.assignments.map(({ from }) => from));
    case 'acknowledged':
      return run.assignment?.acknowledged ?? null;
    case 'replaced':
      return run.assignment?.until ?? null;
    case 'first-action':
      return facts.firstAction;
    case 'family-contacted':
      return facts.familyContacted;
    case 'eligibility':
      return firstOf(facts.eligibility.map(({ at }) => at));
    case 'payment':
      return firstOf(facts.payments.map(({ at }) => at));
    case 'complaint-acknowledged':
      return run.complaint?.acknowledged ?? null;
  }
  const benefit = stop.slice(stop.indexOf(':') + 1) as Benefit;
  const paid = facts.payments.filter((one) => one.benefit === benefit && !isOfAnother(one.payee, run.payee));
  return firstOf(paid.map(({ at }) => at));
}

/** What was done, where the stop says it; null where done is all there is to say. */
function doneStep({ eligibility, payments }: ClockFacts, stop: ClockStop, at: Moment): MessageRef | null {
  const of = (key: string, fact: { benefit: Benefit } | undefined): MessageRef | null =>
    fact === undefined ? null : { key, params: { benefit: { t: 'key', v: `benefit.${fact.benefit}` } } };
  if (stop === 'acknowledged' || stop === 'complaint-acknowledged') return { key: `clock.step.end.${stop}` };
  if (stop === 'eligibility')
    return of(
      'clock.step.end.decided',
      eligibility.find((one) => one.at === at),
    );
  if (!stop.startsWith('payment')) return null;
  const benefit = stop === 'payment' ? null : stop.slice(stop.indexOf(':') + 1);
  return of(
    'clock.step.end.paid',
    payments.find((one) => one.at === at && (benefit === null || one.benefit === benefit)),
  );
}

/** Where the fact and the clock each name a payee they must be the same; one that names nobody is for all. */
function isOfAnother(payee: string | undefined, of: string | undefined): boolean {
  return payee !== undefined && of !== undefined && payee !== of;
}

/** When a case that was declined got a branch again. */
function nextAssignment({ assignments }: ClockFacts, declined: string): Moment | null {
  const next = assignments[assignments.findIndex(({ id }) => id === declined) + 1];
  return next?.from ?? null;
}

/** Who took the lead when this branch lost it; null where nobody did. */
export function successorOf({ assignments }: ClockFacts, of: AssignmentFact): AssignmentFact | null {
  const lost = of.until?.ms ?? null;
  if (lost === null) return null;
  const later = assignments.filter(({ id, from }) => id !== of.id && from.ms >= lost);
  return later.sort((a, b) => byMoment(a.from, b.from) || (a.id < b.id ? -1 : 1))[0] ?? null;
}

/** The words of the end by another branch: whose it is now, where somebody has it. */
function replacedStep(facts: ClockFacts, run: Started): MessageRef | null {
  const next = run.assignment === undefined ? null : successorOf(facts, run.assignment);
  return next && { key: 'clock.step.end.replaced-by', params: { branch: { t: 'branch', v: next.branch } } };
}

/**
 * What ended a clock: the earliest of its stops and the closing of the case; of simultaneous ones the one named first.
 * The first stop is the promise itself. Who assigns a case has triaged it; an assignment taken from a branch before it
 * acknowledged ends its clock there; closing ends whatever runs but a complaint, and reopening makes it run as if the
 * case had never been closed.
 */
export function stopOf(facts: ClockFacts, stops: readonly ClockStop[], run: Started): Stopped | null {
  let best: Stopped | null = null;
  const offer = (at: Moment | null, how: ClockEnd, stop?: ClockStop) => {
    if (at === null || (best !== null && at.ms >= best.at.ms)) return;
    const done = how === 'done' && stop !== undefined ? doneStep(facts, stop, at) : null;
    const step = how === 'replaced' ? replacedStep(facts, run) : done;
    best = { at, how, step: step ?? { key: `clock.step.end.${how}` } };
  };
  stops.forEach((stop, place) => {
    const ended = place > 0 && (stop === 'assigned' || stop === 'replaced') ? stop : 'done';
    offer(momentOfStop(facts, stop, run), ended === 'replaced' && run.assignment?.declined ? 'declined' : ended, stop);
  });
  if (run.complaint === undefined) offer(facts.closed, 'closed');
  return best;
}
