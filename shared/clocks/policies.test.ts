import { describe, expect, it } from 'vitest';
import { clocksOf } from './clocks-of.ts';
import { type ClockPolicy, defaultPolicies } from './policies.ts';
import { policyInForce } from './policy-in-force.ts';
import { at, untouched } from './sample-facts.ts';

const HOUR = 3_600_000;

describe('policies', () => {
  it('are one per key, dated, with a source and how sure we are', () => {
    expect(new Set(defaultPolicies.map(({ key }) => key)).size).toBe(16);
    for (const policy of defaultPolicies) {
      expect(policy.effectiveFrom).toBe(at('2024-01-01 00:00'));
      expect(policy.id).toBe(`${policy.key}@2024-01-01`);
      expect(policy.source).not.toBe('');
    }
  });

  it('hold from their date: a clock keeps the version in force at its start', () => {
    const change = at('2026-07-01 00:00');
    const triage = policyInForce(defaultPolicies, 'kpi.triage', change);
    if (!triage) throw new Error('no triage policy');
    const shorter: ClockPolicy = {
      ...triage,
      id: 'kpi.triage@2026-07-01',
      effectiveFrom: change,
      rule: { kind: 'within', ms: HOUR },
    };
    const allowed = (received: number) =>
      clocksOf(untouched(received), [shorter, ...defaultPolicies], received).find(({ key }) => key === 'kpi.triage');
    expect(allowed(change - 1)).toMatchObject({ policy: 'kpi.triage@2024-01-01', allowanceMs: HOUR / 4 });
    expect(allowed(change)).toMatchObject({ policy: 'kpi.triage@2026-07-01', allowanceMs: HOUR });
  });
});
