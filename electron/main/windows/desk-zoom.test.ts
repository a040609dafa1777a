import { expect, it } from 'vitest';
import { zoomAfter } from './desk-zoom.ts';

const ctrl = (key: string) => ({ key, control: true, meta: false, alt: false });

it('goes up and down by steps, stops at both ends, and back to the drawn size', () => {
  const up: number[] = [1];
  for (let n = 0; n < 7; n++) up.push(zoomAfter(ctrl(n % 2 === 0 ? '+' : '='), up.at(-1) ?? 1) ?? 0);
  expect(up).toEqual([1, 1.1, 1.25, 1.5, 1.75, 2, 2, 2]);
  expect(zoomAfter(ctrl('-'), 1.5)).toBe(1.25);
  expect(zoomAfter(ctrl('_'), 1.0954)).toBe(1);
  expect(zoomAfter(ctrl('-'), 0.9)).toBe(0.9);
  expect(zoomAfter(ctrl('0'), 1.75)).toBe(1);
});

it('leaves every other key to the page', () => {
  expect(zoomAfter(ctrl('k'), 1)).toBeNull();
  expect(zoomAfter({ ...ctrl('+'), control: false }, 1)).toBeNull();
  expect(zoomAfter({ ...ctrl('+'), alt: true }, 1)).toBeNull();
});
