import { expect, test } from 'vitest';
import { placeCarried } from './place-carried.ts';

const CARD = { w: 150, h: 44 };
const STAGE = { x: 0, y: 0, w: 1000, h: 800 };

test('stays where it was beside the pointer while it hides nothing', () => {
  expect(placeCarried({ x: 400, y: 400 }, CARD, STAGE, null, [], 2)).toEqual({ x: 422, y: 422, corner: 2 });
});

test('goes to another corner rather than hide an office, the rack, or part of itself', () => {
  const office = { x: 470, y: 350 };
  expect(placeCarried({ x: 400, y: 400 }, CARD, STAGE, null, [office], 0).corner).toBe(1);
  const rack = { x: 100, y: 0, w: 300, h: 800 };
  expect(placeCarried({ x: 420, y: 400 }, CARD, STAGE, rack, [], 1).corner).toBe(0);
  expect(placeCarried({ x: 980, y: 10 }, CARD, STAGE, null, [], 0).corner).toBe(3);
});
