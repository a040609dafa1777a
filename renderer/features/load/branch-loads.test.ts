import { describe, expect, it } from 'vitest';
import type { Judged } from '#renderer/app/board/judged-case.ts';
import { aClock, aRow } from '#renderer/app/board/sample-rows.ts';
import { branches } from '#shared/geo/branches.ts';
import { branchLoads, sortLoads } from './branch-loads.ts';

const judged = (row: Partial<Judged['row']>, urgency: Judged['urgency']): Judged => ({
  row: aRow(row),
  clock: null,
  urgency,
  until: Number.POSITIVE_INFINITY,
});
const open = [
  judged({ lead: 'IPH', status: 'acknowledged', clocks: [] }, 'missed'),
  judged({ lead: 'IPH', status: 'assigned', clocks: [], receivedAt: 50 }, 'running'),
  judged({ lead: 'KTN', status: 'acknowledged', clocks: [] }, 'warned'),
  judged({ lead: null, status: 'unassigned', clocks: [], receivedAt: 70 }, 'warned'),
];

describe('the load of offices', () => {
  it('counts open, late and amber cases, and since when the oldest waits to be taken', () => {
    const lines = branchLoads(open, branches, null);
    expect(lines[0]).toMatchObject({ branch: null, active: 1, warned: 1, waitingSince: 70 });
    expect(lines.find(({ branch }) => branch === 'IPH')).toMatchObject({ active: 2, late: 1, waitingSince: 50 });
    expect(lines.find(({ branch }) => branch === 'KTN')).toMatchObject({ active: 1, warned: 1, waitingSince: null });
    expect(lines).toHaveLength(branches.filter(({ role }) => role !== 'headquarters').length + 1);
  });

  it('counts a case handed over in the midst of its work as waiting until its branch says it has it', () => {
    const clock = (startedAt: number, stoppedAt: number | null) =>
      aClock({ key: 'kpi.acknowledgement', startedAt, stoppedAt });
    const since = (...clocks: ReturnType<typeof clock>[]) =>
      branchLoads([judged({ lead: 'MSG', status: 'in-action', clocks }, 'running')], branches, null).find(
        ({ branch }) => branch === 'MSG',
      )?.waitingSince;
    expect(since(clock(10, 20), clock(30, null))).toBe(30);
    expect(since(clock(10, 20), clock(30, 40))).toBeNull();
  });

  it('sorts both ways, with what nobody has always in front', () => {
    const lines = branchLoads(open, branches, null);
    for (const sort of ['late', 'active', 'waiting'] as const) {
      const codes = sortLoads(lines, sort, true).map(({ branch }) => branch);
      expect(codes.slice(0, 2)).toEqual([null, 'IPH']);
      expect(sortLoads(lines, sort, false).at(-1)?.branch).toBe('IPH');
      expect(sortLoads(lines, sort, false)[0]?.branch).toBeNull();
    }
    const duty = new Map(branches.map(({ code }) => [code, code === 'KTN' ? [] : ['Aminah']]));
    const manned = sortLoads(branchLoads(open, branches, duty), 'duty', true);
    expect(manned.slice(0, 3).map(({ branch }) => branch)).toEqual([null, 'KTN', 'IPH']);
    expect(sortLoads(lines, 'warned', true)[1]?.branch).toBe('KTN');
    const names = sortLoads(lines, 'name', true).map(({ branch }) => branch);
    expect(names.slice(1)).toEqual(names.slice(1).toSorted());
  });
});
