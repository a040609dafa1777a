import { expect, it } from 'vitest';
import { isFilling } from './is-filling.ts';

it('is filling until the first answer of central, and not while there will be none', () => {
  expect(isFilling(null)).toBe(true);
  expect(isFilling({ link: 'connecting', syncedAt: null })).toBe(true);
  expect(isFilling({ link: 'live', syncedAt: null })).toBe(true);
  expect(isFilling({ link: 'live', syncedAt: 1 })).toBe(false);
  expect(isFilling({ link: 'offline', syncedAt: null })).toBe(false);
  expect(isFilling({ link: 'refused', syncedAt: null })).toBe(false);
});
