import { expect, it } from 'vitest';
import { startOfMonth } from './counts.ts';

it('begins a month at midnight in Malaysia', () => {
  expect(startOfMonth(Date.parse('2026-11-23T06:00:00Z'))).toBe(Date.parse('2026-10-31T16:00:00Z'));
  expect(startOfMonth(Date.parse('2026-11-30T16:00:00Z'))).toBe(Date.parse('2026-11-30T16:00:00Z'));
  expect(startOfMonth(Date.parse('2026-11-30T15:59:59Z'))).toBe(Date.parse('2026-10-31T16:00:00Z'));
});
