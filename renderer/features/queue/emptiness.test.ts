import { describe, expect, it } from 'vitest';
import { emptinessOf } from './emptiness.ts';

describe('emptinessOf', () => {
  it('names the nearest reason', () => {
    const filter = { tab: 'open' as const, words: '', span: null };
    expect(emptinessOf({ ...filter, words: 'x' }, 0, false)).toBe('words');
    expect(emptinessOf({ ...filter, span: {} }, 5, true)).toBe('span');
    expect(emptinessOf({ ...filter, picks: { state: ['Johor'] } }, 5, true)).toBe('columns');
    expect(emptinessOf({ ...filter, columns: { where: 'x' }, picks: { state: [] } }, 5, true)).toBe('columns');
    expect(emptinessOf({ ...filter, columns: { where: ' ' }, picks: { state: [] } }, 5, true)).toBe('open');
    expect(emptinessOf(filter, 0, false)).toBe('offline');
    expect(emptinessOf(filter, 0, true)).toBe('open');
    expect(emptinessOf({ ...filter, tab: 'conflict' }, 5, false)).toBe('conflict');
  });
});
