import { describe, expect, it } from 'vitest';
import { judgeCase } from '#renderer/app/board/judged-case.ts';
import { aClock, aRow } from '#renderer/app/board/sample-rows.ts';
import { along, BEHIND_MS, binLength, HOUR_MS, hourTicks, rulerBins } from './ruler-bins.ts';

const NOW = Date.UTC(2026, 10, 23, 6, 32);
const LENGTH = 20 * 60_000;
const judged = (...clocks: ReturnType<typeof aClock>[]) => judgeCase(aRow({ clocks }), NOW);

describe('rulerBins', () => {
  it('puts clocks of one stretch together, the worst shape first', () => {
    const soon = aClock({ id: 'a', startedAt: NOW - HOUR_MS, warnAt: NOW - 60_000, due: NOW + 3 * 60_000 });
    const calm = aClock({ id: 'b', startedAt: NOW, warnAt: NOW + 5 * 60_000, due: NOW + 7 * 60_000 });
    const { bins, older } = rulerBins([judged(soon), judged(calm)], NOW, LENGTH);
    expect(bins).toHaveLength(1);
    expect(bins[0]).toMatchObject({ worst: 'warned', total: 2, warned: 1, running: 1, missed: 0, first: soon.due });
    expect(older).toBe(0);
  });

  it('counts every clock of a case, open ones only', () => {
    const met = aClock({ id: 'a', due: NOW + HOUR_MS, stoppedAt: NOW - 1 });
    const paused = aClock({ id: 'b', due: NOW + HOUR_MS, pausedSince: NOW - 1 });
    const one = aClock({ id: 'c', due: NOW + HOUR_MS });
    const two = aClock({ id: 'd', due: NOW + 5 * HOUR_MS });
    const { bins } = rulerBins([judged(met, paused, one, two)], NOW, LENGTH);
    expect(bins.map((bin) => bin.total)).toEqual([1, 1]);
  });

  it('counts what fell due before the ruler begins apart, and nothing beyond its end', () => {
    const old = aClock({ id: 'a', due: NOW - BEHIND_MS - 1 });
    const far = aClock({ id: 'b', due: NOW + 11 * HOUR_MS });
    expect(rulerBins([judged(old), judged(far)], NOW, LENGTH)).toEqual({ bins: [], older: 1 });
  });

  it('keeps a clock in its bin as time goes by', () => {
    const clock = aClock({ due: NOW + 2 * HOUR_MS });
    const first = rulerBins([judged(clock)], NOW, LENGTH).bins[0]?.from;
    const later = rulerBins([judged(clock)], NOW + 7 * 60_000, LENGTH).bins[0]?.from;
    expect(first).toBeDefined();
    expect(later).toBe(first);
  });
});

describe('the scale', () => {
  it('has bins of at least 34 px in whole minutes', () => {
    const length = binLength(1_368);
    expect(length % 60_000).toBe(0);
    expect((1_368 * length) / (13 * HOUR_MS)).toBeGreaterThanOrEqual(34);
  });

  it('puts now two thirteenths along', () => {
    expect(along(NOW, NOW)).toBeCloseTo(2 / 13);
    expect(hourTicks(NOW)).toHaveLength(13);
    expect(hourTicks(NOW)[0]).toBe(Date.UTC(2026, 10, 23, 5));
  });
});
