import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { foldRule } from './fold-rule.ts';
import { policyFault } from './policy-version.ts';
import { NOON, sampleId } from './sample-events.ts';
import { policyRow, ruleEvent } from './sample-rules.ts';

const ID = sampleId(7_000);
const set = ruleEvent('policy.set', { policy: policyRow(20), replaces: null }, { n: 1, at: NOON, id: ID });
const off = ruleEvent('policy.withdrawn', {}, { n: 2, at: NOON + 60_000, id: ID });

describe('a rule', () => {
  it('is what was set last, and off from its withdrawal on, in any order and however often told', () => {
    const folded = foldRule([set, off]);
    expect(folded).toMatchObject({
      kind: 'policy',
      version: `kpi.assignment@2024-01-01~${ID}`,
      withdrawnAt: NOON + 60_000,
    });
    expect(canonicalJson(foldRule([off, set, off]))).toBe(canonicalJson(folded));
    expect(foldRule([off])).toBeNull();
  });

  it('stands again when it is set after it was withdrawn', () => {
    const again = ruleEvent(
      'policy.set',
      { policy: policyRow(10), replaces: null },
      { n: 3, at: NOON + 90_000, id: ID },
    );
    expect(foldRule([set, off, again])).toMatchObject({ withdrawnAt: null, setAt: NOON + 90_000 });
  });

  it('of duty names nobody', () => {
    const span = { from: '2026-11-23T18:00:00+08:00', to: '2026-11-24T08:00:00+08:00' };
    const duty = ruleEvent('rota.set', { area: { kind: 'hq' }, level: 'hq', ...span }, { n: 1, at: NOON, id: ID });
    const folded = foldRule([{ ...duty, private: { name: 'Aminah', phone: '012' } }]);
    expect(folded).toMatchObject({ kind: 'rota', from: Date.parse(span.from) });
    expect(canonicalJson(folded)).not.toContain('Aminah');
  });
});

it('a version that no schema can refuse is refused by its member', () => {
  expect(policyFault(policyRow(20))).toBeNull();
  expect(policyFault(policyRow(20, { warnAt: [90, 50] }))).toEqual({ key: 'failure.warn-order', field: 'warnAt' });
  expect(policyFault(policyRow(20, { calendar: 'lead-days' }))).toEqual({
    key: 'failure.rule-calendar',
    field: 'calendar',
  });
  expect(policyFault(policyRow(20, { effectiveTo: '2023-01-01T00:00:00+08:00' }))?.key).toBe('failure.span-empty');
});
