import type { ClockFacts } from '#shared/domain/clock-facts.ts';
import type { Calendars } from './calendar/calendars.ts';
import type { ClockInstance, ClockState } from './clock-instance.ts';
import { clocksOf } from './clocks-of.ts';
import type { ClockPolicy } from './policies.ts';

/** What another set of policies would do to one clock. Due times in ms since 1970. */
export interface PolicyEffect {
  case: string;
  clock: string;
  key: string;
  /** begins and ends: only one of the sets has it. */
  change: 'begins' | 'ends' | 'moves' | 'verdict' | 'version';
  before: { policy: string; due: number; state: ClockState } | null;
  after: { policy: string; due: number; state: ClockState } | null;
}

/** Effects counted, by key of the clock. */
export interface PolicySummary {
  key: string;
  begins: number;
  ends: number;
  moves: number;
  /** Clocks that would become late, and late ones that would not be any more. */
  newlyMissed: number;
  noLongerMissed: number;
}

/** What a preview finds: each effect, in the order of the cases, and the counts by key. */
export interface PolicyPreview {
  cases: number;
  effects: PolicyEffect[];
  summary: PolicySummary[];
}

/**
 * What would change if `after` stood in place of `before`, over these cases at `now` (ms since 1970). Nothing is
 * recorded. A clock keeps the version in force when it started, so a version from tomorrow on changes none of today's.
 */
export function previewPolicies(
  cases: readonly ClockFacts[],
  sets: { before: readonly ClockPolicy[]; after: readonly ClockPolicy[] },
  given: { calendars: Calendars; now: number },
): PolicyPreview {
  const { calendars, now } = given;
  const byId = (clocks: readonly ClockInstance[]) => new Map(clocks.map((clock) => [clock.id, clock]));
  const effects = cases.flatMap((facts) => {
    const was = byId(clocksOf(facts, sets.before, now, calendars));
    const is = byId(clocksOf(facts, sets.after, now, calendars));
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
      const effect = effectOf(facts.case, was.get(id), is.get(id));
      return effect === null ? [] : [effect];
    });
  });
  return { cases: cases.length, effects, summary: summaryOf(effects) };
}

function effectOf(of: string, was?: ClockInstance, is?: ClockInstance): PolicyEffect | null {
  const side = (clock?: ClockInstance) =>
    clock === undefined ? null : { policy: clock.policy, due: clock.due, state: clock.state };
  const clock = is ?? was;
  if (clock === undefined) return null;
  const change = changeOf(was, is);
  return change === null
    ? null
    : { case: of, clock: clock.id, key: clock.key, change, before: side(was), after: side(is) };
}

function changeOf(was?: ClockInstance, is?: ClockInstance): PolicyEffect['change'] | null {
  if (was === undefined) return 'begins';
  if (is === undefined) return 'ends';
  if (was.due !== is.due) return 'moves';
  if (was.state !== is.state) return 'verdict';
  return was.policy === is.policy ? null : 'version';
}

function summaryOf(effects: readonly PolicyEffect[]): PolicySummary[] {
  const byKey = new Map<string, PolicySummary>();
  for (const { key, change, before, after } of effects) {
    const sum = byKey.get(key) ?? { key, begins: 0, ends: 0, moves: 0, newlyMissed: 0, noLongerMissed: 0 };
    if (change === 'begins' || change === 'ends' || change === 'moves') sum[change] += 1;
    const [late, lateAfter] = [before?.state === 'missed', after?.state === 'missed'];
    if (lateAfter && !late) sum.newlyMissed += 1;
    if (late && !lateAfter) sum.noLongerMissed += 1;
    byKey.set(key, sum);
  }
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
