import { describe, expect, it } from 'vitest';
import { judgeCase } from '#renderer/app/board/judged-case.ts';
import { aClock, aRow } from '#renderer/app/board/sample-rows.ts';
import { along, BEHIND_MS, binLength, HOUR_MS, hourTicks, roomBeside, rulerBins } from './ruler-bins.ts';

const NOW = Date.UTC(2026, 10, 23, 6, 32);
const LENGTH = 20 * 60_000;
const judged = (...clocks: ReturnType<typeof aClock>[]) => judgeCase(aRow({ clocks }), NOW);

describe('rulerBins', () => {
  it('puts clocks of one stretch together, the worst shape first', () => {
    const soon = aClock({ id: 'a', startedAt: NOW - HOUR_MS, warnAt: NOW - 60_000, due: NOW + 3 * 60_000 });
    const calm = aClock({ id: 'b', startedAt: NOW, warnAt: NOW + 5 * 60_000, due: NOW + 7 * 60_000 });
    const { bins, older } = rulerBins([judged(soon), judged(calm)], NOW, LENGTH);
    expect(bins).toHaveLength(1);
    expect(bins[0]).toMatchObject({
      worst: 'warned',
      total: 2,
      warned: 1,
      running: 1,
      missed: 0,
      at: soon.due,
      from: soon.due,
    });
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

  it('keeps late and coming clocks apart, each mark at the due time nearest to now', () => {
    const lates = [10, 2, 1].map((minutes) => aClock({ id: `l${minutes}`, due: NOW - minutes * 60_000 }));
    const coming = [1, 3].map((minutes) => aClock({ id: `c${minutes}`, due: NOW + minutes * 60_000 }));
    const { bins } = rulerBins([judged(...lates, ...coming)], NOW, LENGTH);
    expect(bins.map(({ at, total }) => [(at - NOW) / 60_000, total])).toEqual([
      [-1, 3],
      [1, 2],
    ]);
    expect(bins[0]).toMatchObject({ from: NOW - 10 * 60_000, to: NOW - 60_000 + 1, missed: 3 });
  });

  it('keeps marks of one side a mark apart, and every clock in one bin as time goes by', () => {
    const clocks = [5, 9, 24, 26, 44, 70].map((minutes) => aClock({ id: `c${minutes}`, due: NOW + minutes * 60_000 }));
    const { bins } = rulerBins([judged(...clocks)], NOW, LENGTH);
    const places = bins.map(({ at }) => at);
    expect(places.slice(1).every((at, index) => at - (places[index] ?? 0) >= LENGTH)).toBe(true);
    expect(rulerBins([judged(...clocks)], NOW + 4 * 60_000, LENGTH).bins.map(({ at }) => at)).toEqual(places);
  });
});

describe('the scale', () => {
  it('gives a mark 34 px', () => {
    expect((1_368 * binLength(1_368)) / (13 * HOUR_MS)).toBeCloseTo(34);
  });

  it('finds room for words beside a line', () => {
    expect(roomBeside(500, 100, [])).toBe('left');
    expect(roomBeside(500, 100, [{ from: 450, to: 470 }])).toBe('right');
    expect(roomBeside(50, 100, [])).toBe('right');
    expect(roomBeside(500, 100, [{ from: 450, to: 520 }])).toBeNull();
  });

  it('puts now two thirteenths along', () => {
    expect(along(NOW, NOW)).toBeCloseTo(2 / 13);
    expect(hourTicks(NOW)).toHaveLength(13);
    expect(hourTicks(NOW)[0]).toBe(Date.UTC(2026, 10, 23, 5));
  });
});
