import { expect, test } from 'vitest';
import { insideLoop, lengthOf } from './inside-loop.ts';

const BAY = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 100 },
  { x: 60, y: 100 },
  { x: 60, y: 20 },
  { x: 40, y: 20 },
  { x: 40, y: 100 },
  { x: 0, y: 100 },
];

test('knows inside from outside, also in a bay', () => {
  expect(insideLoop(BAY, { x: 20, y: 60 })).toBe(true);
  expect(insideLoop(BAY, { x: 50, y: 10 })).toBe(true);
  expect(insideLoop(BAY, { x: 50, y: 60 })).toBe(false);
  expect(insideLoop(BAY, { x: 120, y: 50 })).toBe(false);
  expect(insideLoop([], { x: 0, y: 0 })).toBe(false);
});

test('measures the line as drawn', () => {
  expect(lengthOf(BAY.slice(0, 3))).toBe(200);
  expect(lengthOf([])).toBe(0);
});
