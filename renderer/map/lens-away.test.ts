import { expect, test } from 'vitest';
import { lensAway } from './lens-away.ts';

const lens = { x: 400, y: 300, w: 200, h: 200 };
const rack = { x: 360, y: 12, w: 240, h: 280 };

test('the lens stays while rack and offices leave it its room', () => {
  expect(lensAway(lens, rack, [{ x: 100, y: 100 }])).toBe(false);
  expect(lensAway(null, rack, [])).toBe(false);
});

test('it gives way to a rack over it, and to an office under it', () => {
  expect(lensAway(lens, { ...rack, h: 300 }, [])).toBe(true);
  expect(lensAway(lens, rack, [{ x: 450, y: 350 }])).toBe(true);
});
