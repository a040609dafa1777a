import { describe, expect, it } from 'vitest';
import type { LinkStatus } from '#shared/contract/view/desk.ts';
import { WALL_PATIENCE_MS, wallTrouble } from './wall-staleness.ts';

const link = (state: LinkStatus['link'], syncedAt: number | null = 1_000): LinkStatus => ({
  link: state,
  why: null,
  syncedAt,
  since: 2_000,
  waiting: 0,
  rejected: 0,
  held: 0,
  toDecide: 0,
  conflicts: 0,
  clockOffsetMs: 0,
  filling: null,
});

describe('wallTrouble', () => {
  it('is quiet while live, and for a minute after', () => {
    expect(wallTrouble(link('live'), null, 9_000_000)).toBeNull();
    expect(wallTrouble(link('offline'), null, 1_000 + WALL_PATIENCE_MS - 1)).toBeNull();
    expect(wallTrouble(link('offline'), null, 1_000 + WALL_PATIENCE_MS)).toMatchObject({
      cause: 'offline',
      since: 2_000,
    });
  });

  it('tells a refusal, and a lost console, at once', () => {
    expect(wallTrouble(link('refused'), null, 1_000)).toMatchObject({ cause: 'refused' });
    expect(wallTrouble(link('live'), 5_000, 5_000)).toEqual({ cause: 'lost', syncedAt: 1_000, since: 5_000 });
  });

  it('tells at once of a store that cannot be read', () => {
    expect(wallTrouble(link('live'), null, 1_000, true)).toMatchObject({ cause: 'store' });
    expect(wallTrouble(link('live'), 5_000, 5_000, true)).toMatchObject({ cause: 'lost' });
  });

  it('waits for the first data from the first try on', () => {
    expect(wallTrouble(link('connecting', null), null, 3_000)).toBeNull();
    expect(wallTrouble(link('connecting', null), null, 2_000 + WALL_PATIENCE_MS)?.syncedAt).toBeNull();
  });
});
