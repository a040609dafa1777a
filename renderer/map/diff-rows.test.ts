import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffRows } from './diff-rows.ts';

interface Item {
  id: string;
}

const idOf = (item: Item) => item.id;
const item = (id: number): Item => ({ id: `c${id}` });

test('one changed, one gone and one new among many are all that is told', () => {
  const before = Array.from({ length: 100 }, (_, i) => item(i));
  const fresh = { id: 'c50' };
  const after = before.toSpliced(50, 1, fresh).toSpliced(20, 1).toSpliced(70, 0, item(200));
  expect(diffRows(before, after, idOf)).toEqual({
    come: [{ id: 'c200' }],
    gone: [{ id: 'c20' }],
    swapped: [[{ id: 'c50' }, fresh]],
  });
});

test('what only moved is not told', () => {
  const before = Array.from({ length: 100 }, (_, i) => item(i));
  expect(diffRows(before, before.toReversed(), idOf)).toEqual({ come: [], gone: [], swapped: [] });
});

test('whatever changed, the old list and the differences make the new one', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 60 });
  fc.assert(
    fc.property(ids, ids, fc.func(fc.boolean()), (first, second, isKept) => {
      const before = first.map(item);
      const known = new Map(before.map((one) => [one.id, one]));
      const after = second.map((id) => (isKept(id) ? (known.get(`c${id}`) ?? item(id)) : item(id)));
      const { come, gone, swapped } = diffRows(before, after, idOf);
      const made = new Set(before);
      for (const one of gone) expect(made.delete(one)).toBe(true);
      for (const [old, now] of swapped) {
        expect(old.id).toBe(now.id);
        expect(made.delete(old)).toBe(true);
        made.add(now);
      }
      for (const one of come) made.add(one);
      expect(made).toEqual(new Set(after));
      expect([...made].every((one) => after.includes(one))).toBe(true);
    }),
  );
});
