import type { PlannedMove } from '#shared/contract/view/load.ts';

/** What is to go elsewhere, and from which office. */
export interface PlanAsk {
  cases: readonly string[];
  avoid: string | null;
  spread: boolean;
}

/** A plan for many cases as it stands, kept until it is done or put away. */
export interface KeptPlan extends PlanAsk {
  /** Null until they are proposed. */
  moves: readonly PlannedMove[] | null;
  reason: string;
}

/** Where the supervisor's view stands; it is found again so after a look at the desk. */
export interface LoadPart {
  side: 'inbox' | 'cases' | 'since' | 'plan';
  /** The office looked at; null: what nobody has; undefined: none. */
  branch: string | null | undefined;
  /** The case whose conflicts stand open in the inbox. */
  conflict: string | null;
  plan: KeptPlan | null;
}

/** As it stands before anybody looked. */
export const FIRST_LOAD: LoadPart = { side: 'inbox', branch: undefined, conflict: null, plan: null };

/** Takes up a plan for these cases: nothing is proposed yet. */
export function planFor(ask: PlanAsk): KeptPlan {
  return { ...ask, moves: null, reason: '' };
}

/** The same plan, whatever was changed by hand since. */
export function isSamePlan(one: PlanAsk | null, other: PlanAsk): boolean {
  return one !== null && one.cases === other.cases && one.avoid === other.avoid && one.spread === other.spread;
}

/** What was planned, told anew by the engine: where it goes and why stay as they were. */
export function retold(moves: readonly PlannedMove[], told: readonly PlannedMove[]): PlannedMove[] {
  const byCase = new Map(told.map((move) => [move.case, move]));
  return moves.map((move) => {
    const { from, verdict, refused, changes, number } = byCase.get(move.case) ?? move;
    return { ...move, from, verdict, refused, changes, number };
  });
}

/** How many cases a plan moves; all of it while nothing is proposed yet. */
export function goingIn({ cases, moves }: KeptPlan): number {
  return moves === null ? cases.length : moves.filter(({ refused }) => refused === null).length;
}
