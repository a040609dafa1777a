import policiesJson from '#data/policies.json';

/** How a due time follows from a start. Calendar rules (days of a branch) will be further kinds. */
export type ClockRule =
  | { kind: 'within'; ms: number }
  /** End of the day (23:59:59) of the start; started after `cutOff`: at `lateDue` the next day. Both `HH:MM`, Malaysia. */
  | { kind: 'same-day'; cutOff: string; lateDue: string };

/** One promise with the date from which it holds. */
export interface ClockPolicy {
  /** `key@date`: names the version. */
  id: string;
  key: string;
  /** ms since 1970; it holds for clocks that start then or later. */
  effectiveFrom: number;
  rule: ClockRule;
  /** Null: never pauses. `capMs`: most it may pause altogether; null without bound. */
  pauses: { capMs: number | null } | null;
  status: 'stated' | 'published' | 'inferred';
  source: string;
}

interface PolicyRow {
  key: string;
  effectiveFrom: string;
  rule: { kind: 'within'; minutes: number } | { kind: 'same-day'; cutOff: string; lateDue: string };
  pauses: { capHours: number | null } | null;
  status: ClockPolicy['status'];
  source: string;
}

function readPolicy(row: PolicyRow): ClockPolicy {
  const effectiveFrom = Date.parse(row.effectiveFrom);
  if (Number.isNaN(effectiveFrom)) throw new RangeError(`policy ${row.key}: not a date: ${row.effectiveFrom}`);
  const cap = row.pauses?.capHours ?? null;
  return {
    id: `${row.key}@${row.effectiveFrom.slice(0, 10)}`,
    key: row.key,
    effectiveFrom,
    rule: row.rule.kind === 'within' ? { kind: 'within', ms: row.rule.minutes * 60_000 } : row.rule,
    pauses: row.pauses === null ? null : { capMs: cap === null ? null : cap * 3_600_000 },
    status: row.status,
    source: row.source,
  };
}

/** The policies shipped with the product. */
export const defaultPolicies: readonly ClockPolicy[] = (
  policiesJson as { policies: readonly PolicyRow[] }
).policies.map(readPolicy);

/** The version of `key` in force for a clock that starts at `start` (ms since 1970); null when none is yet. */
export function policyInForce(policies: readonly ClockPolicy[], key: string, start: number): ClockPolicy | null {
  let best: ClockPolicy | null = null;
  for (const policy of policies) {
    if (policy.key !== key || policy.effectiveFrom > start) continue;
    if (best === null || policy.effectiveFrom > best.effectiveFrom) best = policy;
  }
  return best;
}
