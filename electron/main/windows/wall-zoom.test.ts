import { expect, it } from 'vitest';
import { wallZoom } from './wall-zoom.ts';

it('lets a wall grow with its display and never shrink below what it is drawn for', () => {
  expect(wallZoom(1920, 1080)).toBe(1);
  expect(wallZoom(3840, 2160)).toBe(2);
  expect(wallZoom(3840, 1080)).toBe(1);
  expect(wallZoom(1366, 768)).toBe(1);
});
