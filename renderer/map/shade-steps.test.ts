import { expect, test } from 'vitest';
import { countShade, nextShade, SHADES, stepOf, stepWords } from './shade-steps.ts';

test('steps and their words say the same', () => {
  expect(stepWords('load')).toEqual(['1–3', '4–7', '8+']);
  expect(stepWords('late')).toEqual(['1', '2–3', '4+']);
  expect([0, 1, 3, 4, 7, 8].map((count) => stepOf('load', count))).toEqual([0, 1, 1, 2, 2, 3]);
});

test('the layers come round', () => {
  let shade = SHADES[0] as (typeof SHADES)[number];
  const seen = SHADES.map(() => {
    shade = nextShade(shade);
    return shade;
  });
  expect(seen).toEqual(['load', 'late', 'state', 'none']);
});

test('counts by lead branch, or open cases by state', () => {
  const loads = new Map([
    ['KLG', { active: 5, late: 2 }],
    ['IPH', { active: 1, late: 0 }],
  ]);
  const rows = [
    { state: 'Perak', status: 'assigned' as const },
    { state: 'Perak', status: 'closed' as const },
    { state: null, status: 'unassigned' as const },
  ];
  expect([...countShade('load', rows, loads)]).toEqual([
    ['KLG', 5],
    ['IPH', 1],
  ]);
  expect([...countShade('late', rows, loads)]).toEqual([['KLG', 2]]);
  expect([...countShade('state', rows, loads)]).toEqual([['Perak', 1]]);
  expect(countShade('none', rows, loads).size).toBe(0);
});
