import { expect, test } from 'vitest';
import { optionInHand } from './option-in-hand.ts';

const options = [{ value: 'a' }, { value: 'b' }, { value: 'c', disabled: true }, { value: 'd' }];
const inHand = (value: string | null, nth: number | null, digits = 3) =>
  optionInHand(options, { value, nth }, digits)?.value;

test('the first is in hand until another is held', () => {
  expect(inHand(null, null)).toBe('a');
  expect(inHand('d', null)).toBe('d');
  expect(inHand('gone', null)).toBe('a');
});

test('a digit takes its own option in hand, arrows go on from there', () => {
  expect(inHand(null, 2)).toBe('b');
  expect(inHand('d', 2)).toBe('d');
});

test('a digit whose option may not be picked, or is not there, leaves nothing for Enter to pick instead', () => {
  expect(inHand(null, 3)).toBeUndefined();
  expect(inHand(null, 4)).toBeUndefined();
  expect(inHand(null, 2, 0)).toBeUndefined();
});
