import { describe, expect, it } from 'vitest';
import { judgeCase } from '#renderer/app/board/judged-case.ts';
import { aClock, aRow } from '#renderer/app/board/sample-rows.ts';
import { emptinessOf, headAbove, queueItems } from './queue-items.ts';

const NOW = 800_000;
const late = (id: string) => judgeCase(aRow({ case: id, clocks: [aClock({ due: 1 })] }), NOW);
const calm = (id: string) => judgeCase(aRow({ case: id, clocks: [aClock({ due: 9e9, warnAt: 8e9 })] }), NOW);
const closed = (id: string) => judgeCase(aRow({ case: id, status: 'closed' }), NOW);

describe('queueItems', () => {
  it('puts one counted head over each group', () => {
    const { items, heads } = queueItems([late('a'), late('b'), calm('c'), closed('d')]);
    expect(items.map((item) => (item.kind === 'head' ? `${item.group} ${item.count}` : item.position))).toEqual([
      'missed 2',
      1,
      2,
      'running 1',
      3,
      'closed 1',
      4,
    ]);
    expect(heads).toEqual([0, 3, 5]);
  });

  it('is empty for nothing', () => {
    expect(queueItems([])).toEqual({ items: [], heads: [] });
  });
});

describe('headAbove', () => {
  it('finds the head of the group in sight', () => {
    expect([0, 2, 3, 4, 9].map((index) => headAbove([0, 3, 5], index))).toEqual([0, 0, 3, 3, 5]);
  });
});

describe('emptinessOf', () => {
  it('names the nearest reason', () => {
    const filter = { tab: 'open' as const, words: '', span: null };
    expect(emptinessOf({ ...filter, words: 'x' }, 0, false)).toBe('words');
    expect(emptinessOf({ ...filter, span: {} }, 5, true)).toBe('span');
    expect(emptinessOf({ ...filter, picks: { state: ['Johor'] } }, 5, true)).toBe('columns');
    expect(emptinessOf({ ...filter, columns: { where: 'x' }, picks: { state: [] } }, 5, true)).toBe('columns');
    expect(emptinessOf({ ...filter, columns: { where: ' ' }, picks: { state: [] } }, 5, true)).toBe('open');
    expect(emptinessOf(filter, 0, false)).toBe('offline');
    expect(emptinessOf(filter, 0, true)).toBe('open');
    expect(emptinessOf({ ...filter, tab: 'conflict' }, 5, false)).toBe('conflict');
  });
});
