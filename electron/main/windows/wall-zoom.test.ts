import { expect, it } from 'vitest';
import { wallZoom } from './wall-zoom.ts';

it('lets a wall grow and shrink with its display, so that all of it is there', () => {
  expect(wallZoom(1920, 1080)).toBe(1);
  expect(wallZoom(3840, 2160)).toBe(2);
  expect(wallZoom(3840, 1080)).toBe(1);
  expect(wallZoom(1366, 768)).toBeCloseTo(0.711, 3);
  expect(wallZoom(320, 200)).toBe(0.5);
});
