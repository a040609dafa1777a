import { describe, expect, it } from 'vitest';
import { filterColumns } from './column-words.ts';
import { judgeCase } from './judged-case.ts';
import { aClock, aRow } from './sample-rows.ts';

const cases = [
  aRow({ case: 'nilai', lead: 'SBN', status: 'assigned', clocks: [aClock()] }),
  aRow({ case: 'perai', place: 'Perai', state: 'Pulau Pinang', source: 'social' }),
].map((row) => judgeCase(row, 0));
const ids = (asked: Parameters<typeof filterColumns>[1], lang: 'ms' | 'en' = 'ms') =>
  filterColumns(cases, asked, lang).map(({ row }) => row.case);

describe('filterColumns', () => {
  it('asks each column for its own words', () => {
    expect(ids({ where: 'pinang per' })).toEqual(['perai']);
    expect(ids({ lead: 'seremban' })).toEqual(['nilai']);
    expect(ids({ lead: 'belum' })).toEqual(['perai']);
    expect(ids({ lead: 'unassigned' }, 'en')).toEqual(['perai']);
    expect(ids({ clock: 'triaj' })).toEqual(['nilai']);
    expect(ids({ status: 'diagih' })).toEqual(['nilai']);
    expect(ids({ where: 'nilai', lead: 'belum' })).toEqual([]);
  });

  it('lets all through where nothing is asked', () => {
    expect(ids({})).toHaveLength(2);
    expect(ids({ where: '  ' })).toHaveLength(2);
  });
});
