import type { ClockFacts, PolicyMove } from '#shared/domain/clock-facts.ts';
import { type Started, startsOf } from './clock-start.ts';
import { type Stopped, stopOf } from './clock-stop.ts';
import { byMoment } from './first-moment.ts';
import type { ClockPolicy } from './policies.ts';
import { holdsAt, holdsFor, precedence } from './policy-in-force.ts';

/** One clock with its policy: start and end, before any time is counted. */
export interface ClockRun {
  /** `key:subject id`, the same on every console and for ever. */
  id: string;
  policy: ClockPolicy;
  start: Started;
  end: Stopped | null;
  /** The move that put it under another version than that of its start. */
  moved: PolicyMove | null;
}

/** In this order clocks are shown; keys that are not named come after, by name. */
const RANK = new Map(
  [
    'kpi.triage',
    'kpi.assignment',
    'kpi.reassignment',
    'kpi.acknowledgement',
    'kpi.same-day-action',
    'kpi.family-contact',
    'kpi.eligibility',
    'kpi.funeral-stretch',
    'kpi.first-payment',
    'kpi.rehabilitation',
    'charter.funeral',
    'charter.dependants',
    'charter.survivors',
    'charter.invalidity',
    'charter.temporary-disablement',
    'charter.permanent-disablement',
    'charter.complaint',
  ].map((key, rank) => [key, rank]),
);

function byKey(a: string, b: string): number {
  return (RANK.get(a) ?? RANK.size) - (RANK.get(b) ?? RANK.size) || (a < b ? -1 : a > b ? 1 : 0);
}

/**
 * Every clock that has started, in a fixed order, each under the policy in force at its start or the one a supervisor
 * moved it to (the latest move to a version that is known). A start that no version holds has no clock.
 */
export function clockRuns(facts: ClockFacts, policies: readonly ClockPolicy[]): ClockRun[] {
  const found = new Map<string, { policy: ClockPolicy; start: Started }>();
  for (const policy of policies) {
    if (!holdsFor(policy.when, facts)) continue;
    for (const start of startsOf(facts, policy.start)) {
      const id = `${policy.key}:${start.subject.id}`;
      const other = found.get(id);
      if (!holdsAt(policy, start.at.ms) || (other && precedence(other.policy, policy) <= 0)) continue;
      found.set(id, { policy, start });
    }
  }
  const runs: ClockRun[] = [];
  for (const [id, { policy, start }] of found) runs.push(runOf(facts, policies, id, policy, start));
  return runs.sort((a, b) => byKey(a.policy.key, b.policy.key));
}

function runOf(
  facts: ClockFacts,
  policies: readonly ClockPolicy[],
  id: string,
  policy: ClockPolicy,
  start: Started,
): ClockRun {
  const moved = moveOf(facts, policies, id);
  const under = moved?.policy ?? policy;
  const other = under.start === policy.start ? undefined : startsOf(facts, under.start)[0];
  const from = other === undefined ? start : { ...other, subject: start.subject };
  return { id, policy: under, start: from, end: stopOf(facts, under.stop, from), moved: moved?.move ?? null };
}

function moveOf(facts: ClockFacts, policies: readonly ClockPolicy[], clock: string) {
  if (facts.policyMoves === undefined) return null;
  const moves = facts.policyMoves.filter((move) => move.clock === clock).sort((a, b) => byMoment(b.at, a.at));
  for (const move of moves) {
    const policy = policies.find(({ id }) => id === move.policy);
    if (policy !== undefined) return { move, policy };
  }
  return null;
}

/** Keys that are shown before their start comes. */
export function awaitedKeys(facts: ClockFacts, policies: readonly ClockPolicy[]): string[] {
  if (facts.closed !== null) return [];
  const started = new Set(clockRuns(facts, policies).map(({ policy }) => policy.key));
  const awaited = policies.flatMap(({ key, awaited: when }) => {
    const shown = when === 'always' || (when === 'death' && facts.severity === 'death');
    return shown && !started.has(key) ? [key] : [];
  });
  return [...new Set(awaited)].sort(byKey);
}
