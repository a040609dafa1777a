import { expect, it } from 'vitest';
import { shortNumber, shortNumberOfVictim } from './short-number.ts';

const NOW = Date.UTC(2026, 10, 23);

it('leaves out what the row need not say', () => {
  expect(shortNumber('2026-004512/3', NOW)).toBe('4512');
  expect(shortNumber('2026-000007', NOW)).toBe('7');
  expect(shortNumber('2025-000102/1', NOW)).toBe('25-102');
  expect(shortNumber('K7-31', NOW)).toBe('K7-31');
});

it('counts the year in Malaysia', () => {
  expect(shortNumber('2027-000001', Date.UTC(2026, 11, 31, 16))).toBe('1');
  expect(shortNumber('2027-000001', Date.UTC(2026, 11, 31, 15, 59))).toBe('27-1');
});

it('names the victim where there are several', () => {
  expect(shortNumberOfVictim({ number: '2026-004512/3', of: 4, ordinal: 3 }, NOW)).toBe('4512/3');
  expect(shortNumberOfVictim({ number: '2026-004512/1', of: 1, ordinal: 1 }, NOW)).toBe('4512');
});
