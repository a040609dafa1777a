import { expect, it } from 'vitest';
import { usualShares } from './usual-shares.ts';

const clock = (elapsedMs: number, endedBy: 'done' | 'assigned' | 'closed' | null = 'done', key = 'kpi.triage') => ({
  key,
  endedBy,
  elapsedMs,
  allowanceMs: 100,
});

it('is the median of what was carried out, where enough was', () => {
  const clocks = [clock(20), clock(90), clock(30), clock(500), clock(40, 'assigned')];
  expect(usualShares(clocks)).toEqual({ 'kpi.triage': 0.4 });
  expect(usualShares([...clocks, clock(1, 'closed'), clock(1, null)])).toEqual({ 'kpi.triage': 0.4 });
  expect(usualShares(clocks.slice(1))).toEqual({});
  expect(usualShares([...clocks, ...[1, 2, 3, 4].map((n) => clock(n, 'done', 'kpi.assignment'))])).toEqual({
    'kpi.triage': 0.4,
  });
});
