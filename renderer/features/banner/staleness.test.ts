import { describe, expect, it } from 'vitest';
import type { LinkStatus } from '#shared/contract/view/desk.ts';
import { STALE_AFTER_MS, stalenessOf } from './staleness.ts';

const T = 1_800_000_000_000;
const link = (change: Partial<LinkStatus>): LinkStatus => ({
  link: 'offline',
  why: null,
  syncedAt: T,
  since: T,
  waiting: 0,
  rejected: 0,
  conflicts: 0,
  clockOffsetMs: 0,
  filling: null,
  ...change,
});

describe('stalenessOf', () => {
  it('is silent while live, however old the last event', () => {
    expect(stalenessOf(link({ link: 'live', syncedAt: T - 3_600_000 }), T)).toBeNull();
    expect(stalenessOf(null, T)).toBeNull();
  });

  it('gives a lost link a minute before it alarms', () => {
    expect(stalenessOf(link({}), T + STALE_AFTER_MS - 1)).toBeNull();
    expect(stalenessOf(link({}), T + STALE_AFTER_MS)).toEqual({ cause: 'offline', syncedAt: T, since: T });
  });

  it('tells a refusal at once', () => {
    expect(stalenessOf(link({ link: 'refused' }), T)?.cause).toBe('refused');
  });

  it('counts from the first try when central was never reached', () => {
    expect(stalenessOf(link({ link: 'connecting', syncedAt: null }), T + 1_000)).toBeNull();
    expect(stalenessOf(link({ link: 'connecting', syncedAt: null }), T + STALE_AFTER_MS)?.syncedAt).toBeNull();
  });
});
