import { describe, expect, it } from 'vitest';
import { NO_VALUE } from './facets.ts';
import { facetOptions, filterPicks, isNarrowed, turned } from './filter-picks.ts';
import { judgeCase } from './judged-case.ts';
import { aClock, aRow } from './sample-rows.ts';

const NOW = 500_000;
const cases = [
  aRow({ case: 'a', severity: 'death', state: 'Johor', lead: 'KLU', status: 'assigned' }),
  aRow({ case: 'b', severity: 'injury', state: 'Johor', lead: null, clocks: [aClock({ due: 1 })] }),
  aRow({ case: 'c', severity: 'death', state: 'Kedah', lead: 'ALS', status: 'assigned' }),
  aRow({ case: 'd', severity: 'missing', state: null, lead: null, status: 'closed' }),
].map((row) => judgeCase(row, NOW));
const ids = (picks: Parameters<typeof filterPicks>[1]) => filterPicks(cases, picks).map(({ row }) => row.case);

describe('picked values of columns', () => {
  it('let through any value of a facet, and of every facet', () => {
    expect(ids({})).toEqual(['a', 'b', 'c', 'd']);
    expect(ids({ state: [] })).toEqual(['a', 'b', 'c', 'd']);
    expect(ids({ state: ['Johor', 'Kedah'] })).toEqual(['a', 'b', 'c']);
    expect(ids({ state: ['Johor'], severity: ['death', 'missing'] })).toEqual(['a']);
    expect(ids({ lead: [NO_VALUE] })).toEqual(['b', 'd']);
    expect(ids({ urgency: ['missed'] })).toEqual(['b']);
    expect(ids({ urgency: ['closed'] })).toEqual(['d']);
    expect(ids({ promise: ['kpi.triage'] })).toEqual(['b']);
  });

  it('are counted among what the other facets let through, so that another may be added', () => {
    const options = facetOptions(cases, { severity: ['death'], state: ['Kedah'] }, 'state', 'ms');
    expect(options.map(({ value, count, picked }) => [value, count, picked])).toEqual([
      ['Johor', 1, false],
      ['Kedah', 1, true],
    ]);
  });

  it('stay in the list while they are picked, with nothing to count', () => {
    const options = facetOptions(cases, { lead: ['JHB'] }, 'lead', 'en');
    expect(options.map(({ value }) => value)).toEqual([NO_VALUE, 'ALS', 'JHB', 'KLU']);
    expect(options.find(({ value }) => value === 'JHB')).toMatchObject({ count: 0, picked: true });
    expect(options.find(({ value }) => value === NO_VALUE)).toMatchObject({ words: 'unassigned', count: 2 });
  });

  it('stand in the order the desk has for them, else by the alphabet', () => {
    expect(facetOptions(cases, {}, 'severity', 'ms').map(({ words }) => words)).toEqual(['Maut', 'Cedera', 'Hilang']);
    expect(facetOptions(cases, {}, 'state', 'ms').map(({ value }) => value)).toEqual([NO_VALUE, 'Johor', 'Kedah']);
  });

  it('are turned over one by one', () => {
    const one = turned({}, 'severity', 'death');
    expect(one).toEqual({ severity: ['death'] });
    expect(turned(one, 'severity', 'injury')).toEqual({ severity: ['death', 'injury'] });
    const none = turned(one, 'severity', 'death');
    expect([isNarrowed({ picks: one }), isNarrowed({ picks: none })]).toEqual([true, false]);
    expect([isNarrowed({ columns: { where: 'x' } }), isNarrowed({ columns: { where: ' ' } })]).toEqual([true, false]);
  });
});
