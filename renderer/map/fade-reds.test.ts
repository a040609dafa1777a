import { expect, test } from 'vitest';
import { createRedFade } from './fade-reds.ts';

test('what turns red comes in over 160 ms, once; all else shows at once', () => {
  let now = 1000;
  const fade = createRedFade(() => now);
  expect(fade.of('a')).toBe(1);
  fade.note(['b']);
  expect([fade.of('a'), fade.of('b')]).toEqual([1, 0]);
  now += 80;
  fade.note(['c']);
  expect([fade.of('b'), fade.of('c')]).toEqual([0.5, 0]);
  now += 80;
  expect([fade.of('b'), fade.of('c')]).toEqual([1, 0.5]);
});

test('what has come in is forgotten', () => {
  let now = 0;
  const fade = createRedFade(() => now);
  fade.note(['a']);
  expect(fade.isUnderWay()).toBe(true);
  now = 160;
  fade.note([]);
  expect(fade.isUnderWay()).toBe(false);
});
