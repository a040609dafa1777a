import { describe, expect, it } from 'vitest';
import type { WallCase } from '#shared/contract/view/wall.ts';
import { lateList } from './late-list.ts';
import { wallCounts } from './wall-counts.ts';

const MIN = 60_000;
const now = 1_000 * MIN;
let serial = 0;
const clock = (key: string, lateMin: number, change: { stoppedAt?: number; pausedSince?: number } = {}) => ({
  id: `${key}-${serial++}`,
  key,
  startedAt: 0,
  due: now - lateMin * MIN,
  warnAt: now - (lateMin + 10) * MIN,
  stoppedAt: null,
  pausedSince: null,
  ...change,
});
const wallCase = (lead: string | null, clocks: WallCase['clocks'], open = true): WallCase => ({
  id: `case-${serial++}`,
  incident: 'incident',
  lat: null,
  lon: null,
  town: null,
  lead,
  assigned: lead !== null,
  open,
  clocks,
});
const cases = [
  wallCase('SBN', [clock('kpi.acknowledgement', 28)]),
  wallCase('SBN', [clock('kpi.first-payment', 190), clock('kpi.triage', 500, { stoppedAt: now })]),
  wallCase(null, [clock('kpi.triage', 6)]),
  wallCase('IPH', [clock('kpi.assignment', -5)]),
  wallCase('KTN', [clock('kpi.assignment', -60)]),
  wallCase('KTN', [clock('kpi.eligibility', 60, { pausedSince: now - 90 * MIN })]),
  wallCase('LDU', [clock('kpi.first-payment', 900)], false),
  wallCase('LDU', []),
];

describe('lateList', () => {
  it('has one line an office, the latest first, cases without a lead apart', () => {
    expect(lateList(cases, now)).toEqual([
      { lead: 'SBN', clock: 'kpi.first-payment', lateMs: 190 * MIN, uncertain: false, cases: 2 },
      { lead: null, clock: 'kpi.triage', lateMs: 6 * MIN, uncertain: false, cases: 1 },
    ]);
  });

  it('is empty while nothing is late', () => {
    expect(lateList(cases.slice(3), now)).toEqual([]);
  });
});

describe('wallCounts', () => {
  it('counts open cases by their leading clock and agrees with the list', () => {
    const counts = wallCounts(cases, now);
    expect(counts).toEqual({ missed: 3, warned: 1, running: 1, paused: 1, unassigned: 1 });
    expect(lateList(cases, now).reduce((sum, line) => sum + line.cases, 0)).toBe(counts.missed);
  });
});
