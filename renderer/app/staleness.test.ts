import { describe, expect, it } from 'vitest';
import type { LinkStatus } from '#shared/contract/view/desk.ts';
import { isUnsigned, linkWord, SILENT_AFTER_MS, STALE_AFTER_MS, stalenessOf } from './staleness.ts';

const T = 1_800_000_000_000;
const link = (change: Partial<LinkStatus>): LinkStatus => ({
  link: 'offline',
  why: null,
  syncedAt: T,
  since: T,
  waiting: 0,
  rejected: 0,
  held: 0,
  toDecide: 0,
  conflicts: 0,
  clockOffsetMs: 0,
  filling: null,
  ...change,
});

describe('stalenessOf', () => {
  it('says nothing while live and heard of, or while the store fills', () => {
    expect(stalenessOf(link({ link: 'live' }), T + SILENT_AFTER_MS - 1)).toBeNull();
    expect(stalenessOf(link({ link: 'live', filling: { done: 1, of: 9 } }), T + SILENT_AFTER_MS)).toBeNull();
    expect(stalenessOf(null, T)).toBeNull();
  });

  it('does not believe a live link that no longer says so', () => {
    const live = link({ link: 'live' });
    expect(stalenessOf(live, T + SILENT_AFTER_MS)).toEqual({ cause: 'silent', syncedAt: T, since: T });
    expect(linkWord(live, T, true)).toBe('live');
    expect(linkWord(live, T + SILENT_AFTER_MS, true)).toBe('silent');
    expect(linkWord(null, T, true)).toBe('connecting');
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

describe('before anybody signed in', () => {
  const unsigned = link({ link: 'refused', why: { key: 'failure.offline-sign-in' }, syncedAt: null });

  it('says that nobody is signed in, not that central refuses this console', () => {
    expect(linkWord(unsigned, T, false)).toBe('unsigned');
    expect(isUnsigned(unsigned, false)).toBe(true);
  });

  it('says so of no other refusal', () => {
    expect(linkWord(unsigned, T, true)).toBe('refused');
    expect(linkWord(link({ link: 'refused', why: { key: 'failure.device-revoked' } }), T, false)).toBe('refused');
    expect(isUnsigned(link({}), false)).toBe(false);
  });
});
