import { describe, expect, it } from 'vitest';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { branches } from '#shared/geo/branches.ts';
import { rankBranches } from './rank-branches.ts';

const candidate = (branch: string, refused = false): Candidate => ({
  branch,
  km: 5,
  active: 1,
  late: 0,
  suggested: false,
  reason: { key: 'reason.nearest' },
  refused: refused ? { key: 'reason.refused' } : null,
  verdict: refused ? 'no' : 'yes',
  ghosts: [],
});
const near = [candidate('KLP', true), candidate('IPH'), candidate('TPH')];
const codes = (query: string) => rankBranches(query, near, branches).map((one) => one.branch.code);

describe('rankBranches', () => {
  it('shows candidates first without words, refused ones after them, then everybody', () => {
    expect(codes('').slice(0, 3)).toEqual(['IPH', 'TPH', 'KLP']);
    expect(codes('')).toHaveLength(branches.filter((one) => one.role !== 'headquarters').length);
  });

  it('takes a code before anything else', () => {
    expect(codes('klu')[0]).toBe('KLU');
    expect(codes(' KTN ')[0]).toBe('KTN');
  });

  it('takes a town by its beginning, a later word and its middle, in this order', () => {
    expect(codes('ip')[0]).toBe('IPH');
    expect(codes('sembilan').length + codes('kinabalu').length).toBeGreaterThan(0);
    expect(codes('bahru').slice(0, 2)).toContain('JHB');
  });

  it('forgives a slip in a name', () => {
    expect(codes('kulang').slice(0, 2)).toEqual(['KLG', 'KLU']);
    expect(codes('seremban')).toEqual(codes('serembn'));
  });

  it('puts a candidate before an equal fit', () => {
    const all = codes('ta');
    expect(all.indexOf('TPH')).toBe(0);
  });

  it('forgives left-out letters', () => {
    expect(codes('kntan')).toContain('KTN');
  });

  it('finds nothing for words of no branch', () => {
    expect(codes('zzzz')).toEqual([]);
  });
});
