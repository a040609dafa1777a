import { describe, expect, it } from 'vitest';
import { initialsOf, plainName } from './duty-name.ts';

describe('a name on a card', () => {
  it('leaves out what stands in brackets behind it, and nothing else', () => {
    expect(plainName('Aminah A. (demo)')).toBe('Aminah A.');
    expect(plainName('(Kapt.) Ravi')).toBe('(Kapt.) Ravi');
  });

  it('gives way to the first letters of its first two words', () => {
    expect(initialsOf('mei Ling T. (demo)')).toBe('ML');
    expect(initialsOf('Siti')).toBe('S');
    expect(initialsOf('–')).toBe('–');
  });
});
