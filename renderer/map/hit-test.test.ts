import { expect, test } from 'vitest';
import { branchAt, markAt } from './hit-test.ts';

const mark = (x: number, y: number, radius: number) => ({ x, y, radius });

test('a small pin can be hit within 24 px across', () => {
  const pin = mark(100, 100, 7);
  expect(markAt([pin], 111, 100)).toBe(pin);
  expect(markAt([pin], 100, 88)).toBe(pin);
  expect(markAt([pin], 113, 100)).toBeNull();
});

test('where two marks can be meant, the one drawn on top is', () => {
  const [under, over] = [mark(100, 100, 15), mark(110, 100, 12)];
  expect(markAt([under, over], 106, 100)).toBe(over);
  expect(markAt([under, over], 92, 100)).toBe(under);
});

test('of several offices in reach the nearest is aimed at', () => {
  const offices = [
    { code: 'KUL', x: 0, y: 0 },
    { code: 'SAM', x: 10, y: 0 },
  ];
  expect(branchAt(offices, 6, 0)?.code).toBe('SAM');
  expect(branchAt(offices, 4, 3)?.code).toBe('KUL');
  expect(branchAt(offices, 40, 0)).toBeNull();
});
