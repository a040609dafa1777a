import { expect, test } from 'vitest';
import { rankBranches } from '#renderer/app/rank-branches.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { branches } from '#shared/geo/branches.ts';
import { rackOrder } from './rack-order.ts';

const candidate = (branch: string, refused = false): Candidate => ({
  branch,
  km: 5,
  active: 1,
  late: 0,
  suggested: branch === 'TWU',
  reason: { key: 'route.nearest' },
  refused: refused ? { key: 'failure.already-lead' } : null,
  verdict: refused ? 'no' : 'yes',
  ghosts: [],
});

test('cards have the order, and so the numbers, of the list in the assign dialog; refusals come last', () => {
  const offices = [candidate('TWU'), candidate('LDU', true), candidate('SDK'), candidate('KUL')];
  const cards = rackOrder(offices).map(({ branch }) => branch);
  expect(cards).toEqual(['TWU', 'SDK', 'KUL', 'LDU']);
  const list = rankBranches('', offices, branches).slice(0, 4);
  expect(list.map(({ branch }) => branch.code)).toEqual(cards);
});
