import { describe, expect, it } from 'vitest';
import { clocksOf } from './clocks-of.ts';
import { defaultPolicies } from './policies.ts';
import { assignment, at, moment, untouched } from './sample-facts.ts';
import { slimClock } from './slim-clock.ts';

const MINUTE = 60_000;
const RECEIVED = at('2026-11-23 12:00');
const guessed = (ms: number, before: number, after?: number) => ({
  ...moment(ms, false),
  notBefore: ms - before,
  ...(after === undefined ? {} : { notAfter: ms + after }),
});
const clock = (facts: Parameters<typeof clocksOf>[0], key: string, now: number) => {
  const found = clocksOf(facts, defaultPolicies, now).find((one) => one.key === key);
  if (!found) throw new Error(`no ${key}`);
  return found;
};
const keys = (found: ReturnType<typeof clock>) => found.steps.map((one) => one.step.key);

describe('a clock that rests on an estimate', () => {
  it('S-33: gives both bounds and the earliest it may be due, and is marked on the row', () => {
    const facts = untouched(RECEIVED, { received: guessed(RECEIVED, 20 * MINUTE, 5 * MINUTE) });
    const found = clock(facts, 'kpi.assignment', RECEIVED + MINUTE);
    expect(found.uncertain).toBe(true);
    expect(found.earliestDue).toBe(found.due - 20 * MINUTE);
    const told = (key: string) => found.steps.find((one) => one.step.key === key)?.step.params;
    expect(told('clock.step.doubt.start')).toEqual({
      from: { t: 'time', v: RECEIVED - 20 * MINUTE },
      to: { t: 'time', v: RECEIVED + 5 * MINUTE },
    });
    expect(told('clock.step.doubt.due')).toEqual({ due: { t: 'time', v: found.due - 20 * MINUTE } });
    expect(slimClock(found).uncertain).toBe(true);
    expect('uncertain' in slimClock(clock(untouched(RECEIVED), 'kpi.assignment', RECEIVED))).toBe(false);
  });

  it('S-33: says when it is not sure whether it is late, and only then', () => {
    const facts = untouched(RECEIVED, { received: guessed(RECEIVED, 20 * MINUTE, 5 * MINUTE) });
    const unsure = (minutes: number) =>
      keys(clock(facts, 'kpi.assignment', RECEIVED + minutes * MINUTE)).includes('clock.step.doubt.verdict');
    expect([5, 15, 33, 40].map(unsure)).toEqual([false, true, true, false]);
    const done = (end: ReturnType<typeof guessed>) =>
      keys(
        clock(
          untouched(RECEIVED, { assignments: [{ ...assignment('a', 'KLU', end.ms), from: end }] }),
          'kpi.assignment',
          RECEIVED + 90 * MINUTE,
        ),
      );
    const late = done(guessed(RECEIVED + 20 * MINUTE, 5 * MINUTE, 30 * MINUTE));
    expect(late).toContain('clock.step.doubt.end');
    expect(late).toContain('clock.step.doubt.verdict');
    expect(done(guessed(RECEIVED + 20 * MINUTE, 5 * MINUTE, MINUTE))).not.toContain('clock.step.doubt.verdict');
  });

  it('S-33: without a lower bound says only the latest it was', () => {
    const facts = untouched(RECEIVED, { received: moment(RECEIVED, false) });
    expect(keys(clock(facts, 'kpi.assignment', RECEIVED + MINUTE))).toContain('clock.step.doubt.start.until');
  });

  it('S-34: says that a supervisor set its start, and is sure again', () => {
    const facts = untouched(RECEIVED, { received: { ...moment(RECEIVED), setBy: 'someone' } });
    const found = clock(facts, 'kpi.assignment', RECEIVED + MINUTE);
    expect(found.uncertain).toBe(false);
    expect(keys(found)).toContain('clock.step.set.start');
  });
});
