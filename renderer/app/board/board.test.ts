import { describe, expect, it } from 'vitest';
import { type BoardAsk, makeBoard } from './board.ts';
import { Judge } from './judged-case.ts';
import { aClock, aRow } from './sample-rows.ts';

const ask: BoardAsk = { filter: { tab: 'open', words: '', span: null }, sort: [], lang: 'ms', wordsOf: () => '' };
const NOW = 800_000;

const late = aRow({
  case: 'late',
  lead: 'SBN',
  status: 'assigned',
  clocks: [aClock({ due: 700_000, warnAt: 500_000 })],
});
const warned = aRow({ case: 'warned', clocks: [aClock()] });
const calm = aRow({ case: 'calm', lead: 'SBN', status: 'assigned', clocks: [aClock({ due: 9e6, warnAt: 7e6 })] });
const paused = aRow({ case: 'paused', lead: 'KTN', status: 'in-action', clocks: [aClock({ pausedSince: 10 })] });
const done = aRow({ case: 'done', lead: 'KTN', status: 'documents', clocks: [aClock({ stoppedAt: 10 })] });
const closed = aRow({ case: 'closed', lead: 'KTN', status: 'closed', clocks: [aClock({ due: 1 })] });
const rows = [calm, closed, paused, late, done, warned];

describe('makeBoard', () => {
  it('counts open cases by state, adding up to all open', () => {
    const { counts, tabs } = makeBoard(rows, ask, new Judge(), NOW);
    expect(counts).toEqual({ open: 5, missed: 1, warned: 1, running: 1, paused: 1, met: 1, unassigned: 1 });
    expect(counts.missed + counts.warned + counts.running + counts.paused + counts.met).toBe(counts.open);
    expect(tabs).toEqual({ open: 5, unassigned: 1, conflict: 0, closed: 1 });
  });

  it('shows the most urgent first and leaves closed ones out', () => {
    const { shown } = makeBoard(rows, ask, new Judge(), NOW);
    expect(shown.map(({ row }) => row.case)).toEqual(['late', 'warned', 'calm', 'paused', 'done']);
  });

  it('tells the load of each branch', () => {
    const { loads } = makeBoard(rows, ask, new Judge(), NOW);
    expect(Object.fromEntries(loads)).toEqual({ SBN: { active: 2, late: 1 }, KTN: { active: 2, late: 0 } });
  });

  it('says when time alone changes it next: a warning, then a breach', () => {
    const row = aRow({ clocks: [aClock()] });
    const judge = new Judge();
    const first = makeBoard([row], ask, judge, 0);
    expect(first.until).toBe(750_000);
    expect(first.counts.running).toBe(1);
    const second = makeBoard([row], ask, judge, first.until);
    expect(second.counts.warned).toBe(1);
    expect(second.until).toBe(1_000_001);
    const third = makeBoard([row], ask, judge, second.until);
    expect(third.counts.missed).toBe(1);
    expect(third.until).toBe(Number.POSITIVE_INFINITY);
  });
});
