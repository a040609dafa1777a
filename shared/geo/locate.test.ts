import { describe, expect, test } from 'vitest';
import { createLocator } from './locate.ts';
import { mapTopology, type StateProperties } from './map-topology.ts';
import { states } from './states.ts';

const locator = createLocator(mapTopology);

describe('states', () => {
  test.each([
    ['Langkawi (filed in Perlis by the source)', 6.37, 99.8, 'Kedah'],
    ['Tioman (filed in Johor by the source)', 2.8, 104.17, 'Pahang'],
    ['Pulau Daat (filed in Sabah by the source)', 5.24, 115.33, 'Labuan'],
    ['Carey Island', 2.87, 101.37, 'Selangor'],
    ['Pangkor', 4.22, 100.56, 'Perak'],
    ['Redang', 5.78, 103.01, 'Terengganu'],
    ['Perhentian', 5.905, 102.75, 'Terengganu'],
    ['Kuala Terengganu', 5.3, 103.09, 'Terengganu'],
    ['Pulau Ketam', 3.03, 101.26, 'Selangor'],
    ['Penang island', 5.36, 100.27, 'Pulau Pinang'],
    ['Kuala Lumpur inside Selangor', 3.14, 101.69, 'Kuala Lumpur'],
    ['Putrajaya', 2.93, 101.69, 'Putrajaya'],
    ['Aur', 2.45, 104.52, 'Johor'],
  ])('%s', (_, lat, lon, state) => {
    expect(locator.stateAt(lat, lon)).toBe(state);
  });

  test('every capital lies in its state and every state is on the map', () => {
    for (const { name, capital } of states) expect(locator.stateAt(capital.lat, capital.lon)).toBe(name);
    const drawn = mapTopology.objects.states.geometries.map(({ properties }) => (properties as StateProperties).name);
    expect(drawn).toHaveLength(16);
    expect(new Set(drawn)).toEqual(new Set(states.map(({ name }) => name)));
  });
});

test('offshore points go to the nearest land, with the distance; the open sea to none', () => {
  const off = locator.locate(5.3, 103.4);
  expect(off?.state).toBe('Terengganu');
  expect(off?.km).toBeGreaterThan(10);
  expect(off?.km).toBeLessThan(40);
  expect(locator.locate(5, 108)).toBeNull();
  expect(locator.catchmentAt(5.3, 103.4)).toBeNull();
});

test('islands are landmasses of their own', () => {
  const mainland = locator.landmassAt(5.4, 100.45);
  expect(locator.landmassAt(3.14, 101.69)).toBe(mainland);
  expect(locator.landmassAt(5.36, 100.27)).not.toBe(mainland);
  expect(locator.landmassAt(6.37, 99.8)).not.toBe(mainland);
  expect(locator.landmassAt(5.3, 115.24)).not.toBe(locator.landmassAt(5.98, 116.07));
  expect(locator.landmassAt(1.55, 110.3)).toBe(locator.landmassAt(5.7, 116.4));
});

test('catchments: one per office, hit by geometry', () => {
  expect(mapTopology.objects.catchments.geometries).toHaveLength(53);
  expect(locator.catchmentAt(5.41, 100.28)).toBe('PNG');
  expect(locator.catchmentAt(5.5, 100.42)).toBe('SBJ');
  expect(locator.catchmentAt(2.93, 101.69)).toBe('KUL');
  expect(locator.catchmentAt(6.37, 99.8)).toBe('LGK');
});
