import { expect, test } from 'vitest';
import { loadGazetteer } from './gazetteer.ts';
import { createPlaceSearch } from './place-search.ts';

const search = createPlaceSearch(loadGazetteer());
const top = (query: string) => {
  const [first] = search.find(query, 5);
  return first && `${first.name}, ${first.state}`;
};

test('finds by beginning, alias and spelling variant', () => {
  expect(top('kota kin')).toBe('Kota Kinabalu, Sabah');
  expect(top('telok intan')).toBe('Teluk Intan, Perak');
  expect(top('teluk anson')).toBe('Teluk Intan, Perak');
  expect(top('johor baru')).toBe('Johor Bahru, Johor');
});

test('a state after the name chooses among homonyms', () => {
  expect(top('ayer hitam kedah')).toMatch(/, Kedah$/);
  expect(top('air hitam johor')).toMatch(/, Johor$/);
});

test('keeps to the limit and answers nothing to nothing', () => {
  expect(search.find('k', 7)).toHaveLength(7);
  expect(search.find('  ', 7)).toEqual([]);
  expect(search.find('zzzz', 7)).toEqual([]);
});
