import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareKeys, orderByKeys } from './order-by-keys.ts';

describe('orderByKeys', () => {
  it('orders many as it orders few: by one key after the other, equal ones as they stood', () => {
    const spans = [3, 70_000, 2 ** 42];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const count = 5_000;
        let state = seed;
        const lot = (below: number) => {
          state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
          return Math.floor((state / 2 ** 32) * below);
        };
        const keys = spans.map((span) => Float64Array.from({ length: count }, () => lot(span) - Math.floor(span / 3)));
        // A key that tells nothing apart takes no part.
        keys.push(new Float64Array(count).fill(7));
        const order = orderByKeys(count, keys);
        const expected = Array.from({ length: count }, (_, at) => at);
        expected.sort((a, b) => compareKeys(keys, a, b) || a - b);
        expect([...order]).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });

  it('orders nothing', () => {
    expect([...orderByKeys(0, [new Float64Array(0)])]).toEqual([]);
  });
});
