import { describe, expect, it } from 'vitest';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { branches } from '#shared/geo/branches.ts';
import { fitBranches } from './fit-branches.ts';

const candidate = (branch: string, refused = false): Candidate => ({
  branch,
  km: 1,
  active: 0,
  late: 0,
  suggested: false,
  reason: { key: 'candidate.near' },
  refused: refused ? { key: 'failure.already-lead' } : null,
  verdict: refused ? 'no' : 'yes',
  ghosts: [],
});
const codes = (words: string, candidates: Candidate[] = []) =>
  fitBranches(words, candidates, branches).map(({ branch }) => branch.code);

describe('fitBranches', () => {
  it('finds by code, town and misspelt town', () => {
    expect(codes('klu')[0]).toBe('KLU');
    expect(codes('ip')[0]).toBe('IPH');
    expect(codes('serembn')[0]).toBe('SBN');
    expect(codes('keluang')[0]).toBe('KLU');
    expect(codes('zzzz')).toEqual([]);
  });

  it('offers the candidates without words, those that refuse last', () => {
    expect(codes('', [candidate('KLU', true), candidate('IPH')])).toEqual(['IPH', 'KLU']);
  });

  it('never offers headquarters', () => {
    const headquarters = branches.find(({ role }) => role === 'headquarters');
    expect(headquarters && codes(headquarters.code)).not.toContain(headquarters?.code);
  });
});
