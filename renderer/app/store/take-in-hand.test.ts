import { describe, expect, it } from 'vitest';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { aRow } from '../board/sample-rows.ts';
import { needsConfirming, overrides, takeInHand } from './take-in-hand.ts';

const rowsOf = (...rows: QueueRow[]) => new Map(rows.map((row) => [row.case, row]));
const led = (id: string, lead: string, ordinal: number) =>
  aRow({ case: id, incident: 'x', lead, status: 'assigned', ordinal });
const free = (id: string, ordinal: number) => aRow({ case: id, incident: 'x', ordinal });

describe('takeInHand', () => {
  it('takes the whole incident and ticks the unassigned', () => {
    const rows = rowsOf(free('b', 2), led('a', 'SBN', 1), free('c', 3), aRow({ case: 'other' }));
    expect(takeInHand(rows, ['a'])).toEqual({ incident: 'x', cases: ['a', 'b', 'c'], ticked: ['b', 'c'] });
  });

  it('reassigns what was taken when every case is led', () => {
    const rows = rowsOf(led('a', 'SBN', 1), led('b', 'KTN', 2));
    expect(takeInHand(rows, ['b'])?.ticked).toEqual(['b']);
    expect(takeInHand(rows, ['a', 'b'])?.ticked).toEqual(['a', 'b']);
  });

  it('leaves closed and unknown cases alone', () => {
    const closed = aRow({ case: 'z', incident: 'x', status: 'closed', ordinal: 4 });
    expect(takeInHand(rowsOf(closed), ['z'])).toBeNull();
    expect(takeInHand(rowsOf(), ['gone'])).toBeNull();
    expect(takeInHand(rowsOf(free('a', 1), closed), ['a'])?.cases).toEqual(['a']);
  });
});

describe('needsConfirming', () => {
  it('lets a single unassigned case go at once', () => {
    expect(needsConfirming(rowsOf(free('a', 1)), ['a'])).toBe(false);
  });

  it('shows first when several cases or another lead are involved', () => {
    const rows = rowsOf(free('a', 1), free('b', 2), led('c', 'SBN', 3));
    expect(needsConfirming(rows, ['a', 'b'])).toBe(true);
    expect(needsConfirming(rows, ['c'])).toBe(true);
  });
});

describe('overrides', () => {
  it('is another branch than was suggested, for any of the cases', () => {
    const reason = { key: 'reason.nearest' };
    const rows = rowsOf(free('a', 1), { ...free('b', 2), suggested: { branch: 'SBN', reason } });
    expect(overrides(rows, ['a', 'b'], 'SBN')).toBe(false);
    expect(overrides(rows, ['a'], 'KTN')).toBe(false);
    expect(overrides(rows, ['a', 'b'], 'KTN')).toBe(true);
  });
});
