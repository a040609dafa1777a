import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { urgencyRank } from '#shared/clocks/urgency.ts';
import { QUEUE_COLUMNS } from '#shared/contract/view/arrangement.ts';
import { judgeCase } from './judged-case.ts';
import { orderCases } from './order-cases.ts';
import { aClock, aRow } from './sample-rows.ts';

const NOW = 800_000;
const ids = (cases: readonly { row: { case: string } }[]) => cases.map(({ row }) => row.case);

describe('orderCases', () => {
  it('puts the longest late first, then the least time left', () => {
    const cases = [
      aRow({ case: 'left-9', clocks: [aClock({ due: NOW + 9, warnAt: NOW + 8 })] }),
      aRow({ case: 'late-1', clocks: [aClock({ due: NOW - 1 })] }),
      aRow({ case: 'left-5', clocks: [aClock({ due: NOW + 5, warnAt: NOW + 4 })] }),
      aRow({ case: 'late-7', clocks: [aClock({ due: NOW - 7 })] }),
    ].map((row) => judgeCase(row, NOW));
    expect(ids(orderCases(cases, [], NOW))).toEqual(['late-7', 'late-1', 'left-5', 'left-9']);
  });

  it('puts those that will probably be late first of those on time, until a column is chosen', () => {
    const cases = [
      aRow({ case: 'calm', number: '1', clocks: [aClock({ due: NOW + 500, warnAt: NOW + 400 })] }),
      aRow({ case: 'likely', number: '2', clocks: [aClock({ due: NOW + 900, warnAt: NOW + 800 })] }),
      aRow({ case: 'warned', number: '3', clocks: [aClock({ due: NOW + 9, warnAt: NOW })] }),
    ].map((row) => judgeCase(row, NOW));
    const guesses = new Set(['likely', 'warned']);
    expect(ids(orderCases(cases, [], NOW, guesses))).toEqual(['warned', 'likely', 'calm']);
    const sort = { column: 'number', descending: false } as const;
    expect(ids(orderCases(cases, [sort], NOW, guesses))).toEqual(['warned', 'calm', 'likely']);
  });

  it('orders by a column within each group only', () => {
    const cases = [
      aRow({ case: 'calm-a', state: 'Johor', clocks: [aClock({ due: 9e9, warnAt: 8e9 })] }),
      aRow({ case: 'calm-b', state: 'Kedah', clocks: [aClock({ due: 9e9, warnAt: 8e9 })] }),
      aRow({ case: 'late', state: 'Terengganu', clocks: [aClock({ due: 1 })] }),
    ].map((row) => judgeCase(row, NOW));
    expect(ids(orderCases(cases, [{ column: 'where', descending: false }], NOW))).toEqual(['late', 'calm-a', 'calm-b']);
    expect(ids(orderCases(cases, [{ column: 'where', descending: true }], NOW))).toEqual(['late', 'calm-b', 'calm-a']);
  });

  it('orders by several columns, one after the other', () => {
    const cases = [
      aRow({ case: 'a', state: 'Johor', lead: 'JHB' }),
      aRow({ case: 'b', state: 'Kedah', lead: 'ALS' }),
      aRow({ case: 'c', state: 'Johor', lead: 'KLU' }),
    ].map((row) => judgeCase(row, NOW));
    const where = { column: 'where', descending: true } as const;
    const lead = { column: 'lead', descending: true } as const;
    expect(ids(orderCases(cases, [where, lead], NOW))).toEqual(['b', 'c', 'a']);
    expect(ids(orderCases(cases, [lead, where], NOW))).toEqual(['c', 'a', 'b']);
  });

  it('reads numbers inside numbers', () => {
    const cases = ['2026-000100', '2026-000099/10', '2026-000099/2'].map((number) =>
      judgeCase(aRow({ case: number, number }), NOW),
    );
    const order = orderCases(cases, [{ column: 'number', descending: false }], NOW);
    expect(ids(order)).toEqual(['2026-000099/2', '2026-000099/10', '2026-000100']);
  });

  it('gives the same order whatever the order it was given, and never splits a group', () => {
    const due = fc.integer({ min: 0, max: 2_000_000 });
    const cases = fc.uniqueArray(fc.record({ id: fc.uuid(), due, ordinal: fc.integer({ min: 1, max: 9 }) }), {
      selector: ({ id }) => id,
      maxLength: 30,
    });
    fc.assert(
      fc.property(cases, fc.constantFrom(null, ...QUEUE_COLUMNS), fc.boolean(), (list, column, descending) => {
        const judged = list.map(({ id, due: at, ordinal }) =>
          judgeCase(aRow({ case: id, ordinal, clocks: [aClock({ due: at, warnAt: at * 0.75 })] }), NOW),
        );
        const sort = column === null ? [] : [{ column, descending }];
        const order = orderCases(judged, sort, NOW);
        expect(ids(orderCases([...judged].reverse(), sort, NOW))).toEqual(ids(order));
        const ranks = order.map(({ urgency }) => urgencyRank(urgency));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      }),
    );
  });
});
