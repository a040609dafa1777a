import { expect, test } from 'vitest';
import type { SlimClock } from '#shared/contract/view/queue-row.ts';
import { isLate } from './picked-late.ts';

const clock = (due: number, stoppedAt: number | null): SlimClock => ({
  id: `${due}`,
  key: 'kpi.assignment',
  startedAt: 0,
  due,
  warnAt: due,
  stoppedAt,
  pausedSince: null,
});

test('a case is late by a clock that runs, not by one that ended late', () => {
  expect(isLate({ status: 'assigned', clocks: [clock(10, 20)] }, 100)).toBe(false);
  expect(isLate({ status: 'assigned', clocks: [clock(10, 20), clock(500, null)] }, 100)).toBe(false);
  expect(isLate({ status: 'assigned', clocks: [clock(10, null)] }, 100)).toBe(true);
  expect(isLate({ status: 'closed', clocks: [clock(10, null)] }, 100)).toBe(false);
});
