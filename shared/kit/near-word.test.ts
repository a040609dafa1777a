import { describe, expect, it } from 'vitest';
import { isNear, lettersApart, slipsAllowed } from './near-word.ts';

describe('lettersApart', () => {
  it('counts added, missing, changed and swapped letters', () => {
    expect(lettersApart('ipoh', 'ipoh', 2)).toBe(0);
    expect(lettersApart('ipho', 'ipoh', 2)).toBe(1);
    expect(lettersApart('seremban', 'serembn', 2)).toBe(1);
    expect(lettersApart('keluang', 'kluang', 2)).toBe(1);
    expect(lettersApart('taiping', 'tapah', 2)).toBe(3);
  });

  it('stops counting beyond the most it is asked for', () => {
    expect(lettersApart('abcdefgh', 'x', 2)).toBe(3);
    expect(lettersApart('', 'ab', 1)).toBe(2);
  });
});

describe('isNear', () => {
  it('forgives longer words more, short ones nothing', () => {
    expect([3, 4, 7, 8].map(slipsAllowed)).toEqual([0, 1, 1, 2]);
    expect(isNear('klu', 'klg')).toBe(false);
    expect(isNear('agihh', 'agih')).toBe(true);
    expect(isNear('terengannu', 'terengganu')).toBe(true);
  });
});
