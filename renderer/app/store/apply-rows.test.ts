import { describe, expect, it } from 'vitest';
import type { RowsMessage } from '#shared/contract/view/queue-row.ts';
import { aRow } from '../board/sample-rows.ts';
import { applyRows, type RowsState } from './apply-rows.ts';

const picture = (revision: number, ...ids: string[]): RowsState => {
  const state = applyRows(null, { kind: 'picture', revision, rows: ids.map((id) => aRow({ case: id })) });
  if (state === 'gap') throw new Error('a picture is never a gap');
  return state;
};

describe('applyRows', () => {
  it('starts from a picture and replaces all by the next', () => {
    expect([...picture(4, 'a', 'b').rows.keys()]).toEqual(['a', 'b']);
    const next = applyRows(picture(4, 'a', 'b'), { kind: 'picture', revision: 9, rows: [aRow({ case: 'c' })] });
    expect(next !== 'gap' && [...next.rows.keys()]).toEqual(['c']);
  });

  it('puts in, replaces and takes out', () => {
    const changed = aRow({ case: 'a', lead: 'IPH', status: 'assigned' });
    const upserts = [changed, aRow({ case: 'c' })];
    const next = applyRows(picture(4, 'a', 'b'), { kind: 'change', from: 4, to: 6, upserts, removes: ['b'] });
    if (next === 'gap') throw new Error('unexpected gap');
    expect([...next.rows.keys()]).toEqual(['a', 'c']);
    expect(next.rows.get('a')?.lead).toBe('IPH');
    expect(next.revision).toBe(6);
  });

  it('names a gap instead of guessing: before a picture, a change missed, a change twice', () => {
    const change = (from: number): RowsMessage => ({ kind: 'change', from, to: from + 1, upserts: [], removes: [] });
    expect(applyRows(null, change(0))).toBe('gap');
    expect(applyRows(picture(4, 'a'), change(5))).toBe('gap');
    expect(applyRows(picture(4, 'a'), change(3))).toBe('gap');
  });
});
