import type { Benefit } from '#shared/domain/benefit.ts';
import type { AssignmentFact, ClockFacts, ComplaintFact, Moment } from '#shared/domain/clock-facts.ts';
import type { MessageRef } from '#shared/domain/message-ref.ts';
import type { ClockInstance } from './clock-instance.ts';
import { byMoment, firstOf } from './first-moment.ts';
import type { ClockStart } from './policies.ts';

/** Something that began: what it is about, when, and the words of its line. */
export interface Started {
  subject: ClockInstance['subject'];
  at: Moment;
  step: MessageRef;
  /** The stretch of leading, or the complaint, it is about. */
  assignment?: AssignmentFact;
  complaint?: ComplaintFact;
  /** The offer that was declined. */
  declined?: AssignmentFact;
  /** Whose money, where the benefit has several payees. */
  payee?: string;
}

/** Starts that come whether or not the case was closed before. */
const ALWAYS: readonly ClockStart[] = ['received', 'news', 'complaint'];

/** Every start of a kind in a case, in a fixed order; after the case was closed only those that closing cannot stop. */
export function startsOf(facts: ClockFacts, start: ClockStart): Started[] {
  const all = started(facts, start);
  const { closed } = facts;
  return closed === null || ALWAYS.includes(start) ? all : all.filter(({ at }) => at.ms <= closed.ms);
}

function started(facts: ClockFacts, start: ClockStart): Started[] {
  const ofCase = (at: Moment | null, step: string): Started[] =>
    at === null ? [] : [{ subject: { kind: 'case', id: facts.case }, at, step: { key: `clock.step.start.${step}` } }];
  switch (start) {
    case 'received':
      return ofCase(facts.received, 'received');
    case 'news':
      return ofCase(facts.news, facts.news.basis === 'published' ? 'news-published' : 'news-receipt');
    case 'first-action':
      return ofCase(facts.firstAction, 'first-action');
    case 'assigned':
      return [...facts.assignments]
        .sort((a, b) => byMoment(a.from, b.from) || (a.id < b.id ? -1 : 1))
        .map((fact) => ({
          subject: { kind: 'assignment', id: fact.id },
          at: fact.from,
          step: { key: 'clock.step.start.assigned', params: { branch: { t: 'branch', v: fact.branch } } },
          assignment: fact,
        }));
    case 'declined':
      return facts.assignments.flatMap((fact) =>
        fact.declined === undefined
          ? []
          : [
              {
                subject: { kind: 'assignment' as const, id: fact.id },
                at: fact.declined,
                step: {
                  key: 'clock.step.start.declined',
                  params: { branch: { t: 'branch' as const, v: fact.branch } },
                },
                declined: fact,
              },
            ],
      );
    case 'complaint':
      if (facts.complaints === undefined) return [];
      return [...facts.complaints]
        .sort((a, b) => byMoment(a.at, b.at) || (a.id < b.id ? -1 : 1))
        .map((fact) => ({
          subject: { kind: 'complaint', id: fact.id },
          at: fact.at,
          step: { key: 'clock.step.start.complaint' },
          complaint: fact,
        }));
  }
  // Most cases have neither yet, and every clock of every row comes by here.
  const approval = start.startsWith('approval:');
  const { documents, eligibility } = facts;
  if ((approval ? eligibility : documents).length === 0) return [];
  const benefit = start.slice(start.indexOf(':') + 1) as Benefit;
  const own = approval
    ? eligibility.filter((one) => one.benefit === benefit && one.eligible)
    : documents.filter((one) => one.benefit === benefit);
  const params = { benefit: { t: 'key', v: `benefit.${benefit}` } } as const;
  // One clock for the benefit as a whole, and one for each payee that is named.
  return [...new Set(own.map(({ payee }) => payee))].flatMap((payee) => {
    const at = firstOf(own.filter((one) => one.payee === payee).map((one) => one.at));
    return ofCase(at, approval ? 'approval' : 'documents').map((one) => ({
      ...one,
      step: { ...one.step, params },
      ...(payee === undefined ? {} : { subject: { kind: 'payee' as const, id: payee }, payee }),
    }));
  });
}
