import { describe, expect, it } from 'vitest';
import { caseBeside, leaveOff, nextAmong } from './next-case.ts';

const before = ['a', 'b', 'c', 'd'];
/** b was assigned and sank to the end. */
const after = ['a', 'c', 'd', 'b'];

describe('caseBeside', () => {
  it('goes to the neighbour, from nowhere to the first, and no further than the ends', () => {
    expect(caseBeside(before, 'b', 1, null)).toBe('c');
    expect(caseBeside(before, null, -1, null)).toBe('a');
    expect(caseBeside(before, 'd', 1, null)).toBe('d');
    expect(caseBeside([], 'd', 1, null)).toBeNull();
  });

  it('goes on where a case stood that was just assigned', () => {
    const left = leaveOff(before, 'b', ['b']);
    expect(caseBeside(after, 'b', 1, left)).toBe('c');
    expect(caseBeside(after, 'b', -1, left)).toBe('a');
    // What stood behind it may be gone meanwhile, and what went with it has no place of its own.
    expect(caseBeside(['a', 'd', 'b'], 'b', 1, left)).toBe('d');
    expect(caseBeside(['a', 'd', 'c', 'b'], 'b', 1, leaveOff(before, 'b', ['b', 'c']))).toBe('d');
    // From any other case the place is of no matter.
    expect(caseBeside(after, 'd', 1, left)).toBe('b');
  });

  it('has no place for a case that the queue did not show', () => {
    expect(leaveOff(before, 'x', ['x'])).toBeNull();
  });
});

describe('nextAmong', () => {
  const wanted = new Set(['a', 'd']);
  it('finds the next one, and begins again at the top', () => {
    expect(nextAmong(before, wanted, 'b', null)).toBe('d');
    expect(nextAmong(before, wanted, 'd', null)).toBe('a');
    expect(nextAmong(before, new Set(['d']), 'd', null)).toBeNull();
    expect(nextAmong(before, wanted, null, null)).toBe('a');
  });

  it('goes on where an assigned case stood', () => {
    expect(nextAmong(after, wanted, 'b', leaveOff(before, 'b', ['b']))).toBe('d');
  });
});
