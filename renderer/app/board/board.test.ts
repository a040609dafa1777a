import { describe, expect, it } from 'vitest';
import { type BoardAsk, makeBoard } from './board.ts';
import { aClock, aRow } from './sample-rows.ts';
import { tallyCases } from './tally-cases.ts';

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
const board = () => makeBoard(tallyCases(rows, new Map(), NOW), ask, NOW);

describe('makeBoard', () => {
  it('counts open cases by state, adding up to all open', () => {
    const { counts, tabs } = board();
    expect(counts).toEqual({ open: 5, missed: 1, warned: 1, running: 1, paused: 1, met: 1, unassigned: 1 });
    expect(counts.missed + counts.warned + counts.running + counts.paused + counts.met).toBe(counts.open);
    expect(tabs).toEqual({ open: 5, unassigned: 1, conflict: 0, closed: 1 });
  });

  it('shows the most urgent first and leaves closed ones out', () => {
    const { shown } = board();
    expect(shown.map(({ row }) => row.case)).toEqual(['late', 'warned', 'calm', 'paused', 'done']);
  });

  it('counts of what is shown alone how many will probably be late', () => {
    const guess = (id: string) => ({ case: id, clock: id, key: 'kpi.triage', share: 1.2, due: 9e6 });
    const guesses = new Map(['calm', 'late'].map((id) => [id, guess(id)]));
    const likely = (words: string) =>
      makeBoard(
        tallyCases(rows, guesses, NOW),
        { ...ask, filter: { ...ask.filter, words }, wordsOf: ({ case: id }) => id },
        NOW,
      ).likelyLate;
    expect(likely('')).toBe(1);
    expect(likely('warned')).toBe(0);
  });

  it('tells the load of each branch', () => {
    const { loads } = board();
    expect(Object.fromEntries(loads)).toEqual({ SBN: { active: 2, late: 1 }, KTN: { active: 2, late: 0 } });
  });

  it('says when time alone changes it next: a warning, then a breach', () => {
    const row = aRow({ clocks: [aClock()] });
    const first = tallyCases([row], new Map(), 0);
    expect(first.until).toBe(750_000);
    expect(first.counts.running).toBe(1);
    const second = tallyCases([row], new Map(), first.until, first);
    expect(second.counts.warned).toBe(1);
    expect(second.until).toBe(1_000_001);
    const third = tallyCases([row], new Map(), second.until, second);
    expect(third.counts.missed).toBe(1);
    expect(third.until).toBe(Number.POSITIVE_INFINITY);
  });

  it('judges anew what changed or whose time has come, and nothing else', () => {
    const before = tallyCases(rows, new Map(), NOW);
    const moved = { ...paused, place: 'Lumut' };
    const fresh = aRow({ case: 'fresh' });
    // One went, one changed, one came in between, one came last.
    const now = [calm, fresh, moved, late, done, warned, aRow({ case: 'last' })];
    const after = tallyCases(now, new Map(), NOW + 1, before);
    expect(after.all.map(({ row }) => row)).toEqual(now);
    const kept = after.all.filter((judged) => before.all.includes(judged)).map(({ row }) => row.case);
    expect(kept).toEqual(['calm', 'late', 'done', 'warned']);
    const later = tallyCases(now, new Map(), 1_000_001, after);
    expect(later.all.find(({ row }) => row.case === 'warned')?.urgency).toBe('missed');
    expect(later.all.find(({ row }) => row.case === 'calm')).toBe(after.all[0]);
  });

  it('judges all anew by a clock that was set back: what was late by the wrong time is not', () => {
    const wrong = tallyCases(rows, new Map(), 2_000_000);
    expect(wrong.counts).toMatchObject({ missed: 2, warned: 0 });
    const right = tallyCases(rows, new Map(), NOW, wrong);
    expect(right).toEqual(tallyCases(rows, new Map(), NOW));
    // A hair's breadth is no other time.
    expect(tallyCases(rows, new Map(), NOW - 10, right).all[0]).toBe(right.all[0]);
  });
});
