import { describe, expect, it } from 'vitest';
import { filterCases, type Tab } from './filter-cases.ts';
import { judgeCase } from './judged-case.ts';
import { aClock, aRow } from './sample-rows.ts';
import { searchableWords } from './searchable-words.ts';

const open = aRow({ case: 'open', number: '2026-004512/3', aliases: ['K7-31'], lead: 'SBN', status: 'assigned' });
const unassigned = aRow({ case: 'unassigned', place: 'Ulu Yam Bharu', state: 'Selangor', kind: 'drowning' });
const conflict = aRow({ case: 'conflict', conflicts: 1, status: 'closed', lead: 'KTN' });
const cases = [open, unassigned, conflict].map((row) => judgeCase(row, 0));

const found = (words: string, tab: Tab = 'open', lang: 'ms' | 'en' = 'ms') =>
  filterCases(cases, { tab, words, span: null }, searchableWords(lang)).map(({ row }) => row.case);

describe('filterCases', () => {
  it('takes what the engine found beside what the row says, and only under the tab', () => {
    const filter = { tab: 'open' as const, words: 'zulkifli', span: null };
    const cases = [aRow({ case: 'a' }), aRow({ case: 'b' }), aRow({ case: 'c', status: 'closed' })].map((row) =>
      judgeCase(row, 0),
    );
    const found = filterCases(cases, filter, () => '', new Set(['b', 'c']));
    expect(found.map(({ row }) => row.case)).toEqual(['b']);
  });

  it('keeps what belongs under the tab', () => {
    expect(found('', 'open')).toEqual(['open', 'unassigned']);
    expect(found('', 'unassigned')).toEqual(['unassigned']);
    expect(found('', 'conflict')).toEqual(['conflict']);
    expect(found('', 'closed')).toEqual(['conflict']);
  });

  it('finds by number, old label, place, state and branch', () => {
    expect(found('4512')).toEqual(['open']);
    expect(found('k7-31')).toEqual(['open']);
    expect(found('ulu yam')).toEqual(['unassigned']);
    expect(found('SELANGOR')).toEqual(['unassigned']);
    expect(found('seremban')).toEqual(['open']);
  });

  it('finds kinds in the language shown, all words in any order', () => {
    expect(found('lemas selangor')).toEqual(['unassigned']);
    expect(found('lemas johor')).toEqual([]);
    expect(found('drown', 'open', 'en')).toEqual(['unassigned']);
  });

  it('keeps cases with a running clock due in the span', () => {
    const inSpan = judgeCase(aRow({ case: 'in', clocks: [aClock({ due: 500 })] }), 0);
    const atEnd = judgeCase(aRow({ case: 'end', clocks: [aClock({ due: 600 })] }), 0);
    const stopped = judgeCase(aRow({ case: 'stopped', clocks: [aClock({ due: 500, stoppedAt: 1 })] }), 0);
    const span = { from: 500, to: 600 };
    const kept = filterCases([inSpan, atEnd, stopped], { tab: 'open', words: '', span }, () => '');
    expect(kept.map(({ row }) => row.case)).toEqual(['in']);
  });
});
