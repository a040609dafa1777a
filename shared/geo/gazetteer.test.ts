import { expect, test } from 'vitest';
import { loadGazetteer } from './gazetteer.ts';
import { createLocator } from './locate.ts';
import { mapTopology } from './map-topology.ts';
import { STATE_NAMES } from './state-name.ts';

const gazetteer = loadGazetteer();
const locator = createLocator(mapTopology);
/** State lines are off by up to 1.6 km (p95), and a name may stand for a whole town. */
const SLACK_DEGREES = 0.035;

function nearState(lat: number, lon: number, state: string): boolean {
  if (locator.stateAt(lat, lon) === state) return true;
  return Array.from({ length: 16 }, (_, i) => (i * Math.PI) / 8).some(
    (angle) => locator.stateAt(lat + SLACK_DEGREES * Math.sin(angle), lon + SLACK_DEGREES * Math.cos(angle)) === state,
  );
}

test('holds places of every state, with districts and aliases', () => {
  expect(gazetteer.length).toBeGreaterThan(1700);
  expect(new Set(gazetteer.map(({ state }) => state))).toEqual(new Set(STATE_NAMES));
  expect(gazetteer.filter(({ district }) => district !== undefined).length).toBeGreaterThan(1200);
  expect(gazetteer.filter(({ aliases }) => aliases.length > 0).length).toBeGreaterThan(300);
});

test('every place lies in, or within some 4 km of, the state it is filed under; oil fields apart', () => {
  const offshore = new Set(['Kikeh', 'Samarang']);
  const wrong = gazetteer.filter(({ name, lat, lon, state }) => !offshore.has(name) && !nearState(lat, lon, state));
  expect(wrong.map(({ name, state }) => `${name}, ${state}`)).toEqual([]);
});

test('no town bears a state name as its alias', () => {
  const states: readonly string[] = STATE_NAMES;
  expect(gazetteer.filter(({ aliases }) => aliases.some((alias) => states.includes(alias)))).toEqual([]);
});

test('every place of Sabah and Sarawak has a district: routing there goes by it', () => {
  const borneo = gazetteer.filter(({ state }) => state === 'Sabah' || state === 'Sarawak');
  expect(borneo.length).toBeGreaterThan(200);
  expect(borneo.filter(({ district }) => district === undefined)).toEqual([]);
});

test.each([
  ['Kerteh', 'Kertih'],
  ['Tanjung Malim', 'Tanjong Malim'],
  ['Jerteh', 'Jertih'],
  ['Gerik', 'Grik'],
  ['Temerloh', 'Temerluh'],
])('%s stands once, %s is its alias', (name, alias) => {
  const same = gazetteer.filter((place) => [place.name, ...place.aliases].some((one) => one === name || one === alias));
  expect(same.map((place) => place.name)).toEqual([name]);
  expect(same[0]?.aliases).toContain(alias);
});

test('no name stands twice within some 12 km', () => {
  const twice = gazetteer.filter((a, i) =>
    gazetteer.some(
      (b, j) => j < i && a.name === b.name && a.state === b.state && Math.hypot(a.lat - b.lat, a.lon - b.lon) < 0.11,
    ),
  );
  expect(twice.map(({ name }) => name)).toEqual([]);
});
