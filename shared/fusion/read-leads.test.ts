import { expect, test } from 'vitest';
import type { IncidentKind } from '#shared/domain/incident-kind.ts';
import countsJson from '#tests/data/reading/counts.json';
import kindsJson from '#tests/data/reading/kinds.json';
import { readIncident } from './read-incident.ts';

const kinds = kindsJson as readonly { readonly t: string; readonly k: IncidentKind }[];
/** n: deaths, injured, missing, ill, unknown. */
const counts = countsJson as readonly { readonly t: string; readonly n: readonly number[] }[];

test('kinds: at least 29 of 30 leads', () => {
  const missed = kinds
    .filter(({ t, k }) => readIncident(t).kind !== k)
    .map(({ t }) => `${t} → ${readIncident(t).kind}`);
  expect(kinds).toHaveLength(30);
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(1);
});

test('counts: every group of people right in at least 29 of 30 leads', () => {
  const missed = counts.filter(({ t, n }) => {
    const { deaths, injured, missing, ill, unknown } = readIncident(t);
    return [deaths, injured, missing, ill, unknown].join() !== n.join();
  });
  expect(counts).toHaveLength(30);
  expect(missed.length, missed.map(({ t }) => t).join('\n')).toBeLessThanOrEqual(1);
});

test.each([
  [
    'who died of it is not counted twice',
    'Pekerja pengsan terhidu gas di Rembau, meninggal dunia di hospital',
    'death',
  ],
  ['the same man feared drowned', 'Nelayan maut dipercayai lemas di Kuala Perlis', 'death'],
  ['three beside each other', 'Crash kills driver and two passengers', 'death,death,death'],
  ['those still in trouble come on top', 'Dua cedera, seorang lagi terperangkap', 'injury,injury,unknown'],
])('%s', (_, text, told) => {
  const { deaths, injured, missing, ill, unknown } = readIncident(text);
  const list = { death: deaths, missing, injury: injured, illness: ill, unknown };
  expect(
    Object.entries(list)
      .flatMap(([severity, n]) => Array.from({ length: n }, () => severity))
      .join(),
  ).toBe(told);
});

test('helpers at work are no victims', () => {
  expect(readIncident('12 anggota bomba padam kebakaran kilang, seorang pekerja cedera')).toMatchObject({ injured: 1 });
});
