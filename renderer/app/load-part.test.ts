import { describe, expect, it } from 'vitest';
import type { PlannedMove } from '#shared/contract/view/load.ts';
import { isSamePlan, planFor, retold } from './load-part.ts';

const move = (change: Partial<PlannedMove>): PlannedMove => ({
  case: 'a',
  number: '2026-000001/1',
  place: 'Ipoh',
  from: null,
  branch: 'IPH',
  km: 5,
  reason: { key: 'candidate.near', params: { km: { t: 'km', v: 5 } } },
  verdict: 'yes',
  refused: null,
  changes: [],
  ...change,
});

describe('a kept plan', () => {
  it('is the same whatever was changed by hand, and another once it is shared out otherwise', () => {
    const first = planFor({ cases: ['a'], avoid: 'KTN', spread: false });
    const plan = { ...first, reason: 'banjir', moves: [move({})] };
    expect(isSamePlan(plan, first)).toBe(true);
    expect(isSamePlan({ ...plan, spread: true }, plan)).toBe(false);
    expect(isSamePlan({ ...plan, cases: ['a'] }, plan)).toBe(false);
    expect(isSamePlan(null, plan)).toBe(false);
  });

  it('told anew says who leads now and what may be done, and keeps where it goes and why', () => {
    const told = move({
      from: 'IPH',
      km: 6,
      reason: { key: 'candidate.chosen' },
      verdict: 'no',
      refused: { key: 'x' },
    });
    const [first, second] = retold([move({}), move({ case: 'b' })], [told]);
    expect(first).toMatchObject({ from: 'IPH', verdict: 'no', refused: { key: 'x' }, km: 5 });
    expect(first?.reason.key).toBe('candidate.near');
    expect(second).toEqual(move({ case: 'b' }));
  });
});
