import { expect, it } from 'vitest';
import { createBackoff } from './backoff.ts';

it('waits longer each time, never beyond fifteen seconds, and starts over after success', () => {
  const longest = createBackoff(() => 0.999_999);
  const shortest = createBackoff(() => 0);
  const waits = Array.from({ length: 8 }, () => longest.next());
  expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  expect(shortest.next()).toBe(250);
  longest.reset();
  expect(longest.next()).toBe(500);
});
