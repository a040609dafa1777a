import { expect, test } from 'vitest';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { rackOrder } from './rack-order.ts';

const candidate = (branch: string, suggested = false): Candidate => ({
  branch,
  km: 5,
  active: 1,
  late: 0,
  suggested,
  reason: { key: 'route.nearest' },
  refused: null,
  verdict: 'yes',
  ghosts: [],
});

test('the suggested office first, the rest so that leaders do not cross, the unseen last', () => {
  const places: Record<string, { x: number; y: number }> = {
    LOW: { x: 100, y: 400 },
    HIGH: { x: 150, y: 40 },
    MID: { x: 60, y: 200 },
    OWN: { x: 80, y: 300 },
  };
  const order = rackOrder(
    [candidate('GONE'), candidate('LOW'), candidate('OWN', true), candidate('HIGH'), candidate('MID')],
    (branch) => places[branch] ?? null,
    { x: 400, y: 20, height: 460 },
  );
  expect(order.map(({ branch }) => branch)).toEqual(['OWN', 'HIGH', 'MID', 'LOW', 'GONE']);
});

test('of two offices side by side the nearer one takes the card its leader reaches without crossing', () => {
  const places: Record<string, { x: number; y: number }> = { FAR: { x: 490, y: 610 }, NEAR: { x: 400, y: 605 } };
  const order = rackOrder([candidate('NEAR'), candidate('FAR')], (branch) => places[branch] ?? null, {
    x: 252,
    y: 650,
    height: 120,
  });
  expect(order.map(({ branch }) => branch)).toEqual(['NEAR', 'FAR']);
});
