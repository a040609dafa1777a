import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WakeHeap } from './wake-heap.ts';

it('gives out what is due, the soonest first, and nothing that is not', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 100 })), fc.nat({ max: 100 }), (moments, now) => {
      const heap = new WakeHeap();
      moments.forEach((at, index) => {
        heap.push(at, String(index));
      });
      expect(heap.next()).toBe(moments.length === 0 ? null : Math.min(...moments));
      const sorted = moments.toSorted((a, b) => a - b);
      expect(heap.due(now).map(({ at }) => at)).toEqual(sorted.filter((at) => at <= now));
      expect(heap.due(Number.POSITIVE_INFINITY).map(({ at }) => at)).toEqual(sorted.filter((at) => at > now));
    }),
  );
});
