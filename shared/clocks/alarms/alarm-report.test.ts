import fc from 'fast-check';
import { expect, it } from 'vitest';
import { at } from '../sample-facts.ts';
import { alarmReport, REPORT_MS } from './alarm-report.ts';

const MINUTE = 60_000;
const now = at('2026-11-23 09:30');

it('tells a week of alarms by hour, day, flood and promise', () => {
  const flood = Array.from({ length: 12 }, (_, index) => ({ key: 'kpi.triage', at: now - 25 * MINUTE + index }));
  const report = alarmReport([...flood, { key: 'kpi.assignment', at: at('2026-11-20 10:00') }], 3, now);
  expect(report.hours.at(-1)).toEqual({ from: at('2026-11-23 09:00'), n: 12 });
  expect(report.hours).toHaveLength(24);
  expect(report.days.map(({ n, peakTen }) => [n, peakTen])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
    [1, 1],
    [0, 0],
    [0, 0],
    [12, 12],
  ]);
  expect(report.days.at(-1)?.from).toBe(at('2026-11-23 00:00'));
  expect(report.averageTen).toBeCloseTo(12 / 144);
  expect(report.floodShare).toBeCloseTo(1 / 1008);
  expect(report.promises).toEqual([
    { key: 'kpi.triage', n: 12 },
    { key: 'kpi.assignment', n: 1 },
  ]);
  expect(report.standing).toBe(3);
});

it('counts each alarm of the week in its promise, and none that is older or yet to come', () => {
  const some = fc.record({
    key: fc.constantFrom('a', 'b', 'c'),
    at: fc.integer({ min: now - 2 * REPORT_MS, max: now + REPORT_MS }),
  });
  fc.assert(
    fc.property(fc.array(some), (raised) => {
      const report = alarmReport(raised, 0, now);
      const week = raised.filter((one) => one.at > now - REPORT_MS && one.at <= now);
      expect(report.promises.reduce((sum, { n }) => sum + n, 0)).toBe(week.length);
      expect(report.days.reduce((sum, { n }) => sum + n, 0)).toBeLessThanOrEqual(week.length);
      expect(alarmReport(raised.toReversed(), 0, now)).toEqual(report);
    }),
  );
});
