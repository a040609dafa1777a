import { expect, test } from 'vitest';
import { aRow } from '../board/sample-rows.ts';
import { between, MOST_AT_ONCE, marksAfter, marksLeft, takeable } from './marks.ts';
import { takeInHand } from './take-in-hand.ts';

test('picks beside, the other way round, or alone; nothing new leaves the same set', () => {
  const two = new Set(['a', 'b']);
  expect([...marksAfter(two, ['b', 'c'], 'add')]).toEqual(['a', 'b', 'c']);
  expect([...marksAfter(two, ['b', 'c'], 'toggle')]).toEqual(['a', 'c']);
  expect([...marksAfter(two, ['c'], 'only')]).toEqual(['c']);
  expect(marksAfter(two, [], 'only').size).toBe(0);
  expect(marksAfter(two, [], 'add')).toBe(two);
});

test('never picks more than one act may hold', () => {
  const many = Array.from({ length: MOST_AT_ONCE + 20 }, (_, i) => `c${i}`);
  expect(marksAfter(new Set(), many, 'add').size).toBe(MOST_AT_ONCE);
});

test('a range runs either way; without a beginning it is its end', () => {
  const shown = ['a', 'b', 'c', 'd'];
  expect(between(shown, 'b', 'd')).toEqual(['b', 'c', 'd']);
  expect(between(shown, 'c', 'a')).toEqual(['a', 'b', 'c']);
  expect(between(shown, 'gone', 'b')).toEqual(['b']);
  expect(between(shown, 'a', 'gone')).toEqual([]);
});

test('closed, unknown and read-only cases are not picked; several incidents go as they were picked', () => {
  const rows = new Map(
    [
      aRow({ case: 'a', incident: 'x', ordinal: 1 }),
      aRow({ case: 'a2', incident: 'x', ordinal: 2 }),
      aRow({ case: 'b', incident: 'y', lead: 'SBN', status: 'assigned' }),
      aRow({ case: 'done', incident: 'z', status: 'closed' }),
      aRow({ case: 'new', incident: 'w', readOnly: true }),
    ].map((row) => [row.case, row]),
  );
  expect(takeable(rows, ['a', 'done', 'new', 'gone', 'b'])).toEqual(['a', 'b']);
  expect(takeInHand(rows, ['a', 'b', 'done', 'new'])).toEqual({ incident: 'x', cases: ['a', 'b'], ticked: ['a', 'b'] });
});

test('what was picked is let go once it cannot be moved any more', () => {
  const rows = new Map(
    [aRow({ case: 'a' }), aRow({ case: 'done', status: 'closed' })].map((row) => [row.case, row] as const),
  );
  expect([...marksLeft(new Set(['a', 'done', 'gone']), rows)]).toEqual(['a']);
  const same = new Set(['a']);
  expect(marksLeft(same, rows)).toBe(same);
});
