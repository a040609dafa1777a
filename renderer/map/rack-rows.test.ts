import { expect, test } from 'vitest';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { rackFit } from './rack-rows.ts';

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
  const { rows } = rackFit(
    Array.from({ length: 12 }, (_, i) => candidate(`B${i}`)),
    5000,
  );
  expect(rows).toHaveLength(9);
  expect(rows.every((row) => row.size === 'whole')).toBe(true);
});

test('short of room the last turn brief first, and a refusal is never hidden before them', () => {
  const { rows } = rackFit([candidate('A'), candidate('B'), candidate('C', true), candidate('D')], 365);
  expect(rows.map((row) => `${row.candidate.branch}${row.size !== 'whole' ? '-' : ''}`)).toEqual(['A', 'B', 'C', 'D-']);
});

test('what has no room even when slim is left off, but never all', () => {
  const many = Array.from({ length: 9 }, (_, i) => candidate(`B${i}`));
  const fit = rackFit(many, 260);
  expect(fit.rows.map(({ size }) => size)).toEqual(['slim', 'slim', 'slim', 'slim', 'slim']);
  expect(fit).toMatchObject({ height: 5 * 44 + 4 * 4, dropped: 4 });
  expect(rackFit(many, 10).rows).toHaveLength(1);
});

test('the first keeps its load and duty in full longest', () => {
  const five = Array.from({ length: 5 }, (_, i) => candidate(`B${i}`));
  expect(rackFit(five, 265).rows.map(({ size }) => size)).toEqual(['brief', 'slim', 'slim', 'slim', 'slim']);
});
