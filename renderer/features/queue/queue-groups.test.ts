import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeCase } from '#renderer/app/board/judged-case.ts';
import { aClock, aRow } from '#renderer/app/board/sample-rows.ts';
import { casesWithin, groupStep, HEAD_PX, heightOf, type QueueGroup, queueGroups, topOf } from './queue-groups.ts';

const NOW = 800_000;
const ROW_PX = 32;
const late = (id: string) => judgeCase(aRow({ case: id, clocks: [aClock({ due: 1 })] }), NOW);
const calm = (id: string) => judgeCase(aRow({ case: id, clocks: [aClock({ due: 9e9, warnAt: 8e9 })] }), NOW);
const closed = (id: string) => judgeCase(aRow({ case: id, status: 'closed' }), NOW);
const GROUPS: QueueGroup[] = [
  { group: 'missed', from: 0, count: 2 },
  { group: 'running', from: 2, count: 3 },
];

describe('queueGroups', () => {
  it('puts the cases under counted heads', () => {
    expect(queueGroups([late('a'), late('b'), calm('c'), closed('d')])).toEqual([
      { group: 'missed', from: 0, count: 2 },
      { group: 'running', from: 2, count: 1 },
      { group: 'closed', from: 3, count: 1 },
    ]);
    expect(queueGroups([])).toEqual([]);
  });
});

describe('the places of cases', () => {
  it('follow one another, each group under its head', () => {
    expect([0, 1, 2, 4].map((index) => topOf(GROUPS, ROW_PX, index))).toEqual([24, 56, 112, 176]);
    expect(heightOf(GROUPS, ROW_PX)).toBe(2 * HEAD_PX + 5 * ROW_PX);
    expect(heightOf([], ROW_PX)).toBe(0);
  });

  it('are those in sight, no more, whatever is looked at', () => {
    expect(casesWithin(GROUPS, ROW_PX, 60, 120)).toEqual([
      { first: 1, last: 1 },
      { first: 2, last: 2 },
    ]);
    const counts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 1, max: 900 }), (sizes, top, tall) => {
        let from = 0;
        const groups = sizes.map((count): QueueGroup => {
          from += count;
          return { group: 'running', from: from - count, count };
        });
        const seen = casesWithin(groups, ROW_PX, top, top + tall).flatMap(({ first, last }) =>
          Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at),
        );
        const expected = Array.from({ length: from }, (_, index) => index).filter((index) => {
          const at = topOf(groups, ROW_PX, index);
          return at < top + tall && at + ROW_PX > top;
        });
        expect(seen).toEqual(expected);
      }),
    );
  });
});

describe('groupStep', () => {
  it('goes from head to head', () => {
    expect([0, 1, 2, 3].map((index) => groupStep(GROUPS, index, 1))).toEqual([2, 2, 4, 4]);
    expect([4, 2, 1, 0].map((index) => groupStep(GROUPS, index, -1))).toEqual([2, 0, 0, 0]);
    expect(groupStep([], 0, 1)).toBe(0);
  });
});
