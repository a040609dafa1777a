import type { ClockFacts, Moment } from '#shared/domain/clock-facts.ts';

/**
 * The facts as they were true at `then` (ms since 1970): what happened later is taken out. Receipt and news stay, for
 * they are what the case rests on.
 */
export function factsAt(facts: ClockFacts, then: number): ClockFacts {
  const past = (moment: Moment | null) => (moment !== null && moment.ms <= then ? moment : null);
  const dated = <T extends { at: Moment }>(list: readonly T[]) => list.filter((one) => one.at.ms <= then);
  return {
    ...facts,
    triaged: past(facts.triaged),
    assignments: facts.assignments
      .filter((fact) => fact.from.ms <= then)
      .map(({ declined, ...fact }) => ({
        ...fact,
        acknowledged: past(fact.acknowledged),
        until: past(fact.until),
        ...(declined === undefined || declined.ms > then ? {} : { declined }),
      })),
    firstAction: past(facts.firstAction),
    familyContacted: past(facts.familyContacted),
    documents: dated(facts.documents),
    eligibility: dated(facts.eligibility),
    payments: dated(facts.payments),
    pauses: facts.pauses
      .filter((pause) => pause.from.ms <= then)
      .map((pause) => ({ ...pause, until: past(pause.until) })),
    closed: past(facts.closed),
    ...(facts.complaints === undefined
      ? {}
      : {
          complaints: dated(facts.complaints).map((one) => ({ ...one, acknowledged: past(one.acknowledged) })),
        }),
    ...(facts.policyMoves === undefined ? {} : { policyMoves: dated(facts.policyMoves) }),
  };
}
