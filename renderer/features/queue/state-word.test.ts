import { expect, it } from 'vitest';
import { branches } from '#shared/geo/branches.ts';
import { states } from '#shared/geo/states.ts';
import { stateWord } from './state-word.ts';

it('calls no state by the letters of an office', () => {
  const codes = new Set<string | null>(branches.map(({ code }) => code));
  for (const { name } of states) expect(codes.has(stateWord(name, 'Simpang'))).toBe(false);
  expect(stateWord('Negeri Sembilan', 'Nilai')).toBe('N. Sembilan');
});

it('says nothing where the place says it', () => {
  expect(stateWord('Kuala Lumpur', 'Cheras, Kuala Lumpur')).toBeNull();
  expect(stateWord('Kelantan', null)).toBe('Kelantan');
});
