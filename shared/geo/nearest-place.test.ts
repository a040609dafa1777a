import { expect, test } from 'vitest';
import { loadGeography } from './geography.ts';

const { nearest, publicPlace } = loadGeography();
const WORDS = 'Rumah Encik Ahmad bin Ali 012-3456789';

test.each([
  ['at a place', { lat: 4.48, lon: 118.61 }, undefined, 'Semporna'],
  ['some way from any', { lat: 4.6, lon: 102.4 }, undefined, /^dekat /],
  ['far from any', { lat: 6, lon: 109 }, undefined, '6.000, 109.000'],
  ['a place read within 5 km wins', { lat: 2.8, lon: 101.8 }, { name: 'Nilai', lat: 2.815, lon: 101.797 }, 'Nilai'],
  [
    'a place read far away says nothing',
    { lat: 4.48, lon: 118.61 },
    { name: 'Ipoh', lat: 4.6, lon: 101.1 },
    'Semporna',
  ],
])('a position is called by the gazetteer: %s', (_, at, read, name) => {
  expect(nearest.nameOf(at, read)).toEqual(typeof name === 'string' ? name : expect.stringMatching(name));
});

test('a chosen place keeps names that are everybody’s and loses those that are somebody’s', () => {
  const at = { state: 'Sabah', lat: 4.48, lon: 118.61, confidence: 1 };
  for (const name of ['Semporna', 'Sabah', 'KM 95 E8 (Maran)', 'dekat Semporna', '4.480, 118.610'])
    expect(publicPlace({ ...at, name }).name).toBe(name);
  for (const name of [WORDS, `dekat ${WORDS}`, `KM 95 E8 (${WORDS})`])
    expect(publicPlace({ ...at, name }).name).toBe('Semporna');
  const told = publicPlace({ ...at, name: 'Semporna', state: WORDS, district: WORDS, kind: WORDS });
  expect(told).toEqual({ ...at, name: 'Semporna' });
});
