import { describe, expect, it } from 'vitest';
import { readRinggit } from './read-ringgit.ts';

describe('readRinggit', () => {
  it.each([
    ['3000', 300_000],
    ['RM3,000', 300_000],
    ['rm 1,234.50', 123_450],
    ['1 234.5', 123_450],
    [' 0.05 ', 5],
    ['1,234,567.89', 123_456_789],
  ])('%s is %d sen', (text, sen) => {
    expect(readRinggit(text)).toBe(sen);
  });

  it.each([
    '',
    'RM',
    '0',
    '0.00',
    '-5',
    '1,23',
    '12.345',
    '1.234,50',
    '3k',
    '1,2345',
    'tiga ribu',
    '99999999999999999',
  ])('%j is no amount', (text) => {
    expect(readRinggit(text)).toBeNull();
  });
});
