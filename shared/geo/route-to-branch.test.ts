import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { branches } from './branches.ts';
import { districtOverrides } from './district-overrides.ts';
import { createLocator } from './locate.ts';
import { mapTopology } from './map-topology.ts';
import { createRouter } from './route-to-branch.ts';

const locator = createLocator(mapTopology);
const router = createRouter({
  branches,
  districts: districtOverrides,
  postcodes: new Map([['98300', 'MYY']]),
  locator,
});
const office = new Map(branches.map((branch) => [branch.code, branch]));
const degrees = (min: number, max: number) =>
  fc.noBias(fc.integer({ min: min * 1e5, max: max * 1e5 })).map((value) => value / 1e5);
const point = fc.record({ lat: degrees(0.8, 7.4), lon: fc.oneof(degrees(99.6, 104.5), degrees(109.5, 119.4)) });

describe('the rules in their order', () => {
  const sea = { lat: 5.27, lon: 115.5, state: 'Sabah' };
  test.each([
    [
      'postcode first',
      { lat: 4.8, lon: 115, state: 'Sarawak', postcode: '98300', district: 'Kapit' },
      'MYY',
      'route.postcode',
    ],
    [
      'an unknown postcode is passed over',
      { lat: 3.14, lon: 101.69, postcode: '00000' },
      'KUL',
      'route.federal-territory',
    ],
    ['district table', { lat: 4.48, lon: 118.61, state: 'Sabah', district: 'Semporna' }, 'TWU', 'route.district'],
    [
      'district names ignore case',
      { lat: 2.02, lon: 112.94, state: 'Sarawak', district: 'KAPIT' },
      'SBW',
      'route.district',
    ],
    ['Putrajaya is Kuala Lumpur’s', { lat: 2.93, lon: 101.69 }, 'KUL', 'route.federal-territory'],
    ['Labuan is Labuan’s', { lat: 5.32, lon: 115.2 }, 'LBN', 'route.federal-territory'],
    ['Beaufort not over the sea to Labuan', { ...sea, lat: 5.35, lon: 115.75 }, 'KGU', 'route.nearest-in-state'],
    ['Besut stays in Terengganu', { lat: 5.75, lon: 102.52 }, 'KTR', 'route.nearest-in-state'],
    ['Penaga not to Penang island', { lat: 5.53, lon: 100.39 }, 'SBJ', 'route.nearest-on-landmass'],
    ['Penang island keeps to itself', { lat: 5.29, lon: 100.24 }, 'PNG', 'route.nearest-on-landmass'],
    ['Langkawi keeps to itself', { lat: 6.42, lon: 99.82 }, 'LGK', 'route.nearest-on-landmass'],
    ['an island without an office uses all of its state', { lat: 2.8, lon: 104.17 }, 'KTN', 'route.nearest-in-state'],
  ])('%s', (_, input, branch, key) => {
    const route = router.route(input);
    expect([route.branch, route.reason.key]).toEqual([branch, key]);
    expect(route.reason.params.km).toMatchObject({ t: 'km' });
  });

  test('far out at sea the nearest office acts', () => {
    expect(router.route({ lat: 5, lon: 108 }).reason.key).toBe('route.nearest');
  });

  test('a position that is none is refused', () => {
    expect(() => router.route({ lat: Number.NaN, lon: 100 })).toThrow(RangeError);
  });
});

test('every district of the table names an office', () => {
  expect(districtOverrides.length).toBeGreaterThan(10);
  for (const { branch, state } of districtOverrides) expect(office.get(branch)?.state).toBe(state);
});

test('never headquarters, always in the same state, alternatives without the chosen one', () => {
  let onLand = 0;
  fc.assert(
    fc.property(point, (at) => {
      const route = router.route(at);
      const state = locator.stateAt(at.lat, at.lon);
      expect(office.get(route.branch)?.role).not.toBe('headquarters');
      expect(route.alternatives.map(({ branch }) => branch)).not.toContain(route.branch);
      expect(route.alternatives.every(({ branch }) => office.get(branch)?.role !== 'headquarters')).toBe(true);
      if (state === null) return;
      onLand++;
      expect(office.get(route.branch)?.state).toBe(state === 'Putrajaya' ? 'Kuala Lumpur' : state);
    }),
    { numRuns: 2000, seed: 20_240_601 },
  );
  expect(onLand).toBeGreaterThan(800);
});

test('the map and the router agree on at least 99.9 % of land points', () => {
  let [land, same] = [0, 0];
  for (const at of fc.sample(point, { numRuns: 12_000, seed: 7 })) {
    const drawn = locator.catchmentAt(at.lat, at.lon);
    if (drawn === null) continue;
    land++;
    if (router.route(at).branch === drawn) same++;
  }
  expect(land).toBeGreaterThan(3000);
  expect(same / land).toBeGreaterThanOrEqual(0.999);
});
