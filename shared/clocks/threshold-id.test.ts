import { describe, expect, it } from 'vitest';
import { clocksOf } from './clocks-of.ts';
import { defaultPolicies } from './policies.ts';
import { at, moment, untouched } from './sample-facts.ts';
import { reachedThresholds } from './threshold-id.ts';

const MINUTE = 60_000;
const received = at('2026-11-23 09:00');
const triage = (now: number, change = {}) => {
  const clock = clocksOf(untouched(received, change), defaultPolicies, now).find(({ key }) => key === 'kpi.triage');
  if (!clock) throw new Error('no triage');
  return reachedThresholds(clock, now);
};

describe('thresholds', () => {
  it('are reached one by one, the breach a moment after the due time', () => {
    const reached = (minutes: number, plus = 0) =>
      triage(received + minutes * MINUTE + plus).map(({ fraction }) => fraction);
    expect(reached(7)).toEqual([]);
    expect(reached(7.5)).toEqual([0.5]);
    expect(reached(13.5)).toEqual([0.5, 0.75, 0.9]);
    expect(reached(15)).toEqual([0.5, 0.75, 0.9]);
    expect(reached(15, 1)).toEqual([0.5, 0.75, 0.9, 1]);
  });

  it('keep their identity whenever and wherever they are looked at', () => {
    const ids = (now: number) => triage(now).map(({ id }) => id);
    expect(ids(received + 14 * MINUTE)).toEqual(ids(received + 99 * MINUTE).slice(0, 3));
    expect(ids(received + 8 * MINUTE)).toEqual([
      `kpi.triage:case-1|kpi.triage@2024-01-01|50|${(received + 15 * MINUTE) / 1000}`,
    ]);
  });

  it('are others when late news moves the start, and end with the clock', () => {
    const earlier = { received: moment(received - MINUTE) };
    expect(triage(received + 8 * MINUTE, earlier)[0]?.id).not.toBe(triage(received + 8 * MINUTE)[0]?.id);
    const done = { triaged: moment(received + 8 * MINUTE) };
    expect(triage(received + 99 * MINUTE, done).map(({ fraction }) => fraction)).toEqual([0.5]);
  });
});
