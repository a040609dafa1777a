import { expect, test } from 'vitest';
import { towns } from './towns.ts';

test('about 200 labels, fewer the higher the rank, no name twice', () => {
  expect(towns.length).toBeGreaterThan(170);
  expect(towns.length).toBeLessThan(240);
  expect(new Set(towns.map(({ name }) => name)).size).toBe(towns.length);
  const count = (rank: number) => towns.filter((town) => town.rank === rank).length;
  expect(count(1)).toBeLessThan(count(2) + count(3));
  expect(count(4)).toBeGreaterThan(count(1));
});
