import type { MovedCounts } from '#shared/contract/view/rules.ts';
import type { ClockFacts } from '#shared/domain/clock-facts.ts';
import type { ClockInstance } from './clock-instance.ts';
import { clocksOf } from './clocks-of.ts';
import type { ClockPolicy } from './policies.ts';
import { holdsFor } from './policy-in-force.ts';
import type { RuleBook } from './rule-book.ts';

/** One running clock as it stands and as it would. Due times in ms since 1970. */
export interface Moved {
  before: { due: number; late: boolean };
  after: { due: number; late: boolean };
}

/** What moving one running clock to another version would do. */
export interface MoveEffect extends Moved {
  case: string;
  clock: string;
}

/** A clock's side of a comparison. */
export function sideOf({ due, state }: ClockInstance): Moved['before'] {
  return { due, late: state === 'missed' };
}

/** How many clocks would move which way. */
export function countMoved(all: readonly Moved[]): MovedCounts {
  const count = (test: (one: Moved) => boolean) => all.filter(test).length;
  return {
    running: all.length,
    earlier: count(({ before, after }) => after.due < before.due),
    later: count(({ before, after }) => after.due > before.due),
    newlyLate: count(({ before, after }) => after.late && !before.late),
    noLongerLate: count(({ before, after }) => before.late && !after.late),
  };
}

/** The first so many of the clocks that would move, by when they would be due. */
export function firstMoved<M extends Moved>(all: readonly M[], most: number): M[] {
  return all
    .filter(({ before, after }) => before.due !== after.due)
    .sort((a, b) => a.after.due - b.after.due)
    .slice(0, most);
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
      return [{ case: facts.case, clock: clock.id, before: sideOf(clock), after: sideOf(then) }];
    });
  });
}
