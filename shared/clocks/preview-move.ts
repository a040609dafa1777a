import type { ClockFacts } from '#shared/domain/clock-facts.ts';
import { clocksOf } from './clocks-of.ts';
import type { ClockPolicy } from './policies.ts';
import { holdsFor } from './policy-in-force.ts';
import type { RuleBook } from './rule-book.ts';

/** What moving one running clock to another version would do. Due times in ms since 1970. */
export interface MoveEffect {
  case: string;
  clock: string;
  before: { due: number; late: boolean };
  after: { due: number; late: boolean };
}

/**
 * The running clocks of these cases that a version could take over, each as it stands and as it would. Nothing is
 * recorded; unless they are moved, all of them keep the version they run under.
 * @param policy the version, known to nobody yet @param now ms since 1970
 */
export function previewMove(
  cases: readonly ClockFacts[],
  policy: ClockPolicy,
  { policies, calendars }: RuleBook,
  now: number,
): MoveEffect[] {
  const known = [...policies, policy];
  return cases.flatMap((facts) => {
    if (!holdsFor(policy.when, facts)) return [];
    const running = clocksOf(facts, policies, now, calendars).filter(
      (clock) => clock.key === policy.key && clock.stoppedAt === null,
    );
    if (running.length === 0) return [];
    const at = { ms: now, certain: true, event: 'preview', actor: '' };
    const moves = running.map((clock) => ({ clock: clock.id, policy: policy.id, at }));
    const after = new Map(
      clocksOf({ ...facts, policyMoves: [...(facts.policyMoves ?? []), ...moves] }, known, now, calendars).map(
        (clock) => [clock.id, clock],
      ),
    );
    return running.flatMap((clock) => {
      const then = after.get(clock.id);
      if (then === undefined) return [];
      const side = ({ due, state }: typeof clock) => ({ due, late: state === 'missed' });
      return [{ case: facts.case, clock: clock.id, before: side(clock), after: side(then) }];
    });
  });
}
