import type { AssignmentFact, ClockFacts, Moment } from '#shared/domain/clock-facts.ts';
import type { MessageRef } from '#shared/domain/message-ref.ts';
import type { ClockEnd, ClockInstance } from './clock-instance.ts';

/** Start and end of one clock, before any policy is applied. */
export interface ClockRun {
  key: string;
  subject: ClockInstance['subject'];
  start: { at: Moment; step: MessageRef };
  end: { at: Moment; how: ClockEnd; step: MessageRef } | null;
}

type End = NonNullable<ClockRun['end']>;

/** Earlier of two moments; of equal ones the smaller event id, so that no order of arrays matters. */
const earlier = (a: Moment, b: Moment) => a.ms - b.ms || (a.event < b.event ? -1 : a.event > b.event ? 1 : 0);

function first(moments: readonly Moment[]): Moment | null {
  return moments.reduce<Moment | null>((best, at) => (best === null || earlier(at, best) < 0 ? at : best), null);
}

/** The earliest end; of simultaneous ones the one named first. */
function firstEnd(ends: readonly (readonly [Moment | null, ClockEnd])[]): End | null {
  let best: End | null = null;
  for (const [at, how] of ends) {
    if (at !== null && (best === null || at.ms < best.at.ms))
      best = { at, how, step: { key: `clock.step.end.${how}` } };
  }
  return best;
}

function acknowledgement(fact: AssignmentFact, facts: ClockFacts): ClockRun {
  return {
    key: 'kpi.acknowledgement',
    subject: { kind: 'assignment', id: fact.id },
    start: {
      at: fact.from,
      step: { key: 'clock.step.start.assigned', params: { branch: { t: 'branch', v: fact.branch } } },
    },
    end: firstEnd([
      [fact.acknowledged, 'done'],
      [fact.until, 'replaced'],
      [facts.closed, 'closed'],
    ]),
  };
}

/**
 * Every clock that has started, in a fixed order.
 *
 * Choices where the field states nothing: who assigns a case has triaged it, so the first assignment also ends triage;
 * an assignment taken from a branch before it acknowledged ends its clock there (late only if it was late by then);
 * closing ends whatever runs, and reopening makes it run as if it had never been closed.
 */
export function clockRuns(facts: ClockFacts): ClockRun[] {
  const { closed, firstAction, received, news } = facts;
  const assignments = [...facts.assignments].sort((a, b) => earlier(a.from, b.from) || (a.id < b.id ? -1 : 1));
  const assigned = first(assignments.map((fact) => fact.from));
  const documents = first(facts.documents.filter((one) => one.benefit === 'funeral').map((one) => one.at));
  const eligibility = first(facts.eligibility.map((one) => one.at));
  const paid = first(facts.payments.map((one) => one.at));
  const funeralPaid = first(facts.payments.filter((one) => one.benefit === 'funeral').map((one) => one.at));
  const beforeClosing = (at: Moment) => closed === null || at.ms <= closed.ms;
  const ofCase = (
    key: string,
    at: Moment,
    start: string,
    ends: readonly (readonly [Moment | null, ClockEnd])[],
  ): ClockRun => ({
    key,
    subject: { kind: 'case', id: facts.case },
    start: { at, step: { key: `clock.step.start.${start}` } },
    end: firstEnd([...ends, [closed, 'closed']]),
  });
  return [
    ofCase('kpi.triage', received, 'received', [
      [facts.triaged, 'done'],
      [assigned, 'assigned'],
    ]),
    ofCase('kpi.assignment', received, 'received', [[assigned, 'done']]),
    ...assignments.filter((fact) => beforeClosing(fact.from)).map((fact) => acknowledgement(fact, facts)),
    ofCase('kpi.same-day-action', received, 'received', [[firstAction, 'done']]),
    ofCase('kpi.family-contact', received, 'received', [[facts.familyContacted, 'done']]),
    ...(firstAction !== null && beforeClosing(firstAction)
      ? [ofCase('kpi.eligibility', firstAction, 'first-action', [[eligibility, 'done']])]
      : []),
    ...(documents !== null && beforeClosing(documents)
      ? [ofCase('kpi.funeral-stretch', documents, 'documents', [[funeralPaid, 'done']])]
      : []),
    ofCase('kpi.first-payment', news, news.basis === 'published' ? 'news-published' : 'news-receipt', [[paid, 'done']]),
  ];
}

/** Keys whose start has not come. A funeral is only awaited where somebody died. */
export function unstartedKeys(facts: ClockFacts): string[] {
  if (facts.closed !== null) return [];
  const started = new Set(clockRuns(facts).map((run) => run.key));
  const awaited = [
    'kpi.acknowledgement',
    'kpi.eligibility',
    ...(facts.severity === 'death' ? ['kpi.funeral-stretch'] : []),
  ];
  return awaited.filter((key) => !started.has(key));
}
