import { expect, test } from 'vitest';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { rackRows } from './rack-rows.ts';

const GHOSTS = ['a', 'b', 'c'].map((key) => ({ key, due: 2, warnAt: 1 }));

const candidate = (branch: string, refused = false): Candidate => ({
  branch,
  km: 5,
  active: 1,
  late: 0,
  suggested: false,
  reason: { key: 'route.nearest' },
  refused: refused ? { key: 'failure.role' } : null,
  verdict: refused ? 'no' : 'yes',
  ghosts: GHOSTS,
});

test('with room enough every card is whole; at most nine are shown', () => {
  const rows = rackRows(
    Array.from({ length: 12 }, (_, i) => candidate(`B${i}`)),
    5000,
  );
  expect(rows).toHaveLength(9);
  expect(rows.every((row) => !row.brief)).toBe(true);
});

test('short of room the last turn brief first, and a refusal is never hidden before them', () => {
  const rows = rackRows([candidate('A'), candidate('B'), candidate('C', true), candidate('D')], 350);
  expect(rows.map((row) => `${row.candidate.branch}${row.brief ? '-' : ''}`)).toEqual(['A', 'B', 'C', 'D-']);
});

test('what has no room even when brief is left off, but never all', () => {
  const many = Array.from({ length: 9 }, (_, i) => candidate(`B${i}`));
  expect(rackRows(many, 280).map((row) => row.brief)).toEqual([true, true, true, true]);
  expect(rackRows(many, 10)).toHaveLength(1);
});
