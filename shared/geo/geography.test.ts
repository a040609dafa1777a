import { allPostcodes } from 'malaysia-postcodes';
import { expect, test } from 'vitest';
import { loadGeography } from './geography.ts';
import { STATE_NAMES } from './state-name.ts';

const geography = loadGeography();

test.each([
  ['Nelayan hilang di perairan Semporna', 'TWU', 'route.district'],
  ['Bot terbalik dekat Kapit', 'SBW', 'route.district'],
  ['Buruh maut dihempap balak di Belaga', 'BTU', 'route.district'],
  ['Pemandu bot lemas di Mulu', 'MYY', 'route.district'],
  ['Pekerja maut disambar petir di Kudat', 'BKI', 'route.district'],
  ['Buruh jatuh di Presint 9, Putrajaya', 'KUL', 'route.federal-territory'],
  ['Pekerja hotel lemas di Pantai Cenang', 'LGK', 'route.nearest-on-landmass'],
  ['Pekerja kilang maut tersepit di Senai', 'KUI', 'route.nearest-in-state'],
])('from a text to an office: %s', (text, branch, key) => {
  const { place } = geography.places.read(text);
  expect(place).not.toBeNull();
  if (place === null) return;
  const route = geography.router.route(place);
  expect([route.branch, route.reason.key]).toEqual([branch, key]);
});

test.each([
  ['Semporna', { lat: 4.48, lon: 118.61 }, 'TWU'],
  ['Baleh', { lat: 1.81, lon: 113.76 }, 'SBW'],
  ['Bario', { lat: 3.74, lon: 115.46 }, 'MYY'],
  ['Balambangan', { lat: 7.24, lon: 116.91 }, 'BKI'],
])('bare coordinates take the district of the nearest place, and say so: %s', (_, at, branch) => {
  const route = geography.router.route(at);
  expect([route.branch, route.reason.key]).toEqual([branch, 'route.district-nearby']);
  expect(Object.keys(route.reason.params).sort()).toEqual(['district', 'km', 'place']);
});

test.each([
  ['Buruh maut di tapak Empangan Baleh', 'SBW'],
  ['Pembalak maut dihempap pokok di Putai', 'SBW'],
  ['Pesawat terhempas di Bario', 'MYY'],
  ['Buruh lemas di Long Banga', 'MYY'],
  ['Nelayan hilang di perairan Pulau Malawali', 'BKI'],
])('far places have a district: %s', (text, branch) => {
  const { place } = geography.places.read(text);
  expect(place && geography.router.route(place)).toMatchObject({ branch, reason: { key: 'route.district' } });
});

test('nearly every post town of the country is known in its state', () => {
  const unknown: string[] = [];
  let asked = 0;
  for (const { name, city } of allPostcodes) {
    const state = STATE_NAMES.find((known) => name.endsWith(known));
    for (const town of city) {
      asked++;
      const { place } = geography.places.read(`Buruh maut di ${town.name}, ${state}`);
      if (place?.state !== state || place?.kind === 'state') unknown.push(`${town.name}, ${state}`);
    }
  }
  expect(asked).toBeGreaterThan(430);
  expect(unknown.length, unknown.join('; ')).toBeLessThanOrEqual(9);
});
