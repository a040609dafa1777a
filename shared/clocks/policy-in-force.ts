import type { ClockFacts } from '#shared/domain/clock-facts.ts';
import type { ClockPolicy, PolicyScope } from './policies.ts';

/** Whether a policy's span holds a start. @param start ms since 1970 */
export function holdsAt(policy: ClockPolicy, start: number): boolean {
  return policy.effectiveFrom <= start && (policy.effectiveTo === null || start < policy.effectiveTo);
}

/** Which of two policies of a key comes first for one start: that named for some cases, the newer, the later set, the smaller id. */
export function precedence(a: ClockPolicy, b: ClockPolicy): number {
  const special = Number(b.when !== null) - Number(a.when !== null);
  const later = (b.rank ?? 0) - (a.rank ?? 0);
  return special || b.effectiveFrom - a.effectiveFrom || later || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The version of `key` in force for a clock of any case that starts at `start` (ms since 1970); null when none is. */
export function policyInForce(policies: readonly ClockPolicy[], key: string, start: number): ClockPolicy | null {
  let best: ClockPolicy | null = null;
  for (const policy of policies) {
    if (policy.key !== key || policy.when !== null || !holdsAt(policy, start)) continue;
    if (best === null || precedence(policy, best) < 0) best = policy;
  }
  return best;
}

/** Whether a case is one of those a policy is for; what nobody has said yet is not. */
export function holdsFor(when: PolicyScope | null, facts: ClockFacts): boolean {
  if (when === null) return true;
  const { kinds, severities, grades, schemes } = when;
  return (
    (kinds === undefined || kinds.includes(facts.kind)) &&
    (severities === undefined || severities.includes(facts.severity)) &&
    (grades === undefined || (facts.grade !== undefined && grades.includes(facts.grade))) &&
    (schemes === undefined || (facts.schemes ?? []).some((scheme) => schemes.includes(scheme)))
  );
}
