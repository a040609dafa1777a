import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { nextBatch } from './push-acts.ts';

const acts = fc.array(fc.integer({ min: 1, max: 700 }), { maxLength: 12 });
const eventsOf = (sizes: readonly number[]) =>
  sizes.flatMap((size, act) => Array.from({ length: size }, (_, i) => ({ act: `act-${act}`, n: i }) as AnyEvent));

it('sends whole acts in order, as many as fit, and always at least one', () => {
  fc.assert(
    fc.property(acts, fc.boolean(), (sizes, complete) => {
      const batch = nextBatch(eventsOf(sizes), complete);
      const taken = new Set(batch.map((event) => event.act)).size;
      expect(batch).toHaveLength(sizes.slice(0, taken).reduce((sum, size) => sum + size, 0));
      expect(batch.length <= 500 || taken === 1).toBe(true);
      if (sizes.length > 0) expect(taken).toBeGreaterThan(0);
      // An act that may have been read in part is left for the next batch.
      if (!complete && sizes.length > 1) expect(taken).toBeLessThan(sizes.length);
    }),
  );
});
