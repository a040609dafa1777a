import { describe, expect, test } from 'vitest';
import headlinesJson from '#tests/data/geo/headlines-dev.json';
import leadsJson from '#tests/data/geo/leads.json';
import toldJson from '#tests/data/reading/places.json';
import { loadGazetteer } from './gazetteer.ts';
import { haversine } from './haversine.ts';
import { kmMarkers } from './km-markers.ts';
import { createPlaceReader } from './read-place.ts';
import { states } from './states.ts';

interface Headline {
  readonly t: string;
  readonly s: string | null;
  readonly ll: readonly [number, number] | null;
  readonly alt?: readonly (readonly [number, number])[];
}

const headlines = headlinesJson as readonly Headline[];
const leads = leadsJson as readonly { readonly t: string; readonly s: string | null }[];
const reader = createPlaceReader({ places: loadGazetteer(), states, kmMarkers });
const at = (text: string) => {
  const { place } = reader.read(text);
  return place && `${place.name}, ${place.state}`;
};

test('headlines: state and within 25 km for at least 33 of 34', () => {
  const missed = headlines.filter(({ t, s, ll, alt = [] }) => {
    const { place } = reader.read(t);
    if (s === null || place === null) return s !== place;
    const gold = ll === null ? [] : [ll, ...alt];
    const near = gold.length === 0 || gold.some(([lat, lon]) => haversine(lat, lon, place.lat, place.lon) < 25);
    return place.state !== s || !near;
  });
  expect(headlines).toHaveLength(34);
  expect(missed.length, missed.map(({ t }) => t).join('\n')).toBeLessThanOrEqual(1);
});

test('leads of all states: the right state for at least 95 %', () => {
  const missed = leads.filter(({ t, s }) => (reader.read(t).place?.state ?? null) !== s);
  expect(leads.length).toBeGreaterThanOrEqual(120);
  expect(missed.length / leads.length).toBeLessThanOrEqual(0.05);
});

test('where it happened, not where family or a spokesman is; abroad is nowhere here: at least 29 of 30', () => {
  const told = toldJson as readonly { readonly t: string; readonly p: string | null; readonly s: string | null }[];
  const missed = told.filter(({ t, p, s }) => at(t) !== (p === null ? null : `${p}, ${s}`));
  expect(told).toHaveLength(30);
  expect(missed.length, missed.map(({ t }) => `${t} → ${at(t)}`).join('\n')).toBeLessThanOrEqual(1);
});

describe('context', () => {
  test.each([
    ['a dateline alone is weak', 'KLANG: Buruh maut dihempap besi di Gebeng', 'Gebeng, Pahang'],
    ['a home is not the place', 'Mangsa beralamat di Batu Pahat, Johor maut nahas di Slim River', 'Slim River, Perak'],
    [
      'a journey is not the place',
      'Lori dalam perjalanan dari Ipoh ke Kuantan terbabas di Gua Musang',
      'Gua Musang, Kelantan',
    ],
    ['a hospital is not the place', 'Buruh jatuh di Kulai, dihantar ke Hospital Segamat', 'Kulai, Johor'],
    ['homonyms follow the named state', 'Kilang terbakar di Ayer Hitam, Kedah', 'Ayer Hitam, Kedah'],
    ['old spellings', 'Kebakaran di Telok Anson', 'Teluk Intan, Perak'],
    ['a verb is not the town of the same name', 'Langgar lari: penunggang maut di Kluang', 'Kluang, Johor'],
    ['a job abroad is not the place', 'Pemuda yang bekerja di Singapura maut nahas di Senai', 'Senai, Johor'],
    [
      'a spokesman alone still gives a place',
      'Dua maut nahas, kata Ketua Polis Daerah Kuala Lipis',
      'Kuala Lipis, Pahang',
    ],
    ['one spelling of a town', 'Buruh maut di Tanjong Malim', 'Tanjung Malim, Perak'],
    ['abbreviations in capitals', 'Dua maut jatuh bangunan di JB', 'Johor Bahru, Johor'],
  ])('%s', (_, text, place) => {
    expect(at(text)).toBe(place);
  });

  test.each([
    'Pekerja maut di Jakarta',
    'Nelayan Rompin hilang di perairan Indonesia',
    'kerajaan naikkan nilai faedah',
    '',
    '💥',
    'Polis siasat',
  ])('nothing: "%s"', (text) => {
    expect(reader.read(text).place).toBeNull();
  });

  test('all lower case still reads', () => {
    expect(at('buruh maut tersepit di senawang')).toBe('Senawang, Negeri Sembilan');
  });
});

describe('KM markers', () => {
  test('one without a name gives a point on the expressway', () => {
    const { place } = reader.read('Dua maut nahas di KM 95 Lebuhraya Pantai Timur');
    expect(place).toMatchObject({ kind: 'marker', state: 'Pahang' });
  });

  test('a name far from the marker is trusted and the disagreement flagged', () => {
    const far = reader.read('Nahas di KM 44 Lebuhraya Utara-Selatan dekat Tapah');
    expect(far.place?.name).toBe('Tapah');
    expect(far.kmDisagrees).toBe(true);
    expect(reader.read('Nahas di KM 324 Lebuhraya Utara-Selatan dekat Tapah').kmDisagrees).toBe(false);
  });
});

test('a named town is surer than a state alone, and others are offered', () => {
  const town = reader.read('Buruh maut dihempap kren di Nilai');
  const state = reader.read('Johor catat 312 kemalangan industri tahun lalu');
  expect(town.place?.confidence).toBeGreaterThan(0.6);
  expect(state.place).toMatchObject({ kind: 'state', state: 'Johor' });
  expect(state.place?.confidence).toBeLessThanOrEqual(0.35);
  expect(reader.read('Nahas di Jalan Kluang-Ayer Hitam').alternatives.length).toBeGreaterThan(0);
});
