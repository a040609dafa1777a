import { describe, expect, it } from 'vitest';
import { type FieldWords, SEARCH_FIELDS, TextIndex } from './text-index.ts';

const words = (change: Partial<Record<(typeof SEARCH_FIELDS)[number], string>>): FieldWords =>
  Object.fromEntries(
    SEARCH_FIELDS.map((field) => [field, (change[field] ?? '').split(' ').filter(Boolean)]),
  ) as unknown as FieldWords;

function sample(): TextIndex {
  const index = new TextIndex();
  index.put(
    'nilai',
    words({ number: '2026 000101 101', where: 'nilai negeri sembilan', people: 'ali bin abu', report: 'kren tumbang' }),
  );
  index.put(
    'perai',
    words({
      number: '2026 000102 102',
      where: 'perai pulau pinang',
      what: 'maut renjatan',
      report: 'berita dari nilai',
    }),
  );
  index.put(
    'klang',
    words({ number: '2026 000103 103', where: 'klang selangor', people: 'siti binti kasim', note: 'waris di perai' }),
  );
  return index;
}
const ids = (index: TextIndex, ...asked: string[]) => index.find(asked, 10).hits.map(({ id }) => id);

describe('TextIndex', () => {
  it('finds by beginnings, every word, in any part; what says more comes first', () => {
    const index = sample();
    expect(ids(index, 'nil')).toEqual(['nilai', 'perai']);
    expect(ids(index, 'kren', 'ali')).toEqual(['nilai']);
    expect(ids(index, 'perai')).toEqual(['perai', 'klang']);
    expect(ids(index, 'kren', 'siti')).toEqual([]);
    expect(index.find(['siti', 'perai'], 10).hits).toEqual([{ id: 'klang', fields: ['people', 'note'] }]);
  });

  it('forgives slips in words, never in numbers, and says what it took', () => {
    const index = sample();
    expect(ids(index, 'selengor')).toEqual(['klang']);
    expect(ids(index, 'tumabng')).toEqual(['nilai']);
    expect(index.find(['rejantan'], 5).slips).toEqual([{ typed: 'rejantan', meant: ['renjatan'] }]);
    expect(ids(index, '000109')).toEqual([]);
  });

  it('knows a case by what was put last, and nothing of one that was taken out', () => {
    const index = sample();
    index.put('klang', words({ where: 'kajang' }));
    expect(ids(index, 'siti')).toEqual([]);
    expect(ids(index, 'kajang')).toEqual(['klang']);
    index.drop('klang');
    expect(ids(index, 'kajang')).toEqual([]);
    index.clear();
    expect(ids(index, 'kajang')).toEqual([]);
    expect(index.size).toBe(2);
    expect(ids(index, 'nilai')).toEqual(['nilai', 'perai']);
  });

  it('ranks at most what it is asked for', () => {
    const index = new TextIndex();
    for (let n = 0; n < 1_000; n++) index.put(`c${n}`, words({ where: 'nilai' }));
    expect(index.find(['nilai'], 20).hits.map(({ id }) => id)[0]).toBe('c999');
    expect(index.find(['nilai'], 20).hits).toHaveLength(20);
  });
});
