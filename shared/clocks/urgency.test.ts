import { describe, expect, it } from 'vitest';
import type { SlimClock } from '#shared/contract/view/queue-row.ts';
import { isOpen, leadingClock, timeLeft, urgencyOf, urgencyRank } from './urgency.ts';

const NOW = 1_000_000;

function slim(id: string, change: Partial<SlimClock>): SlimClock {
  return {
    id,
    key: `kpi.${id}`,
    startedAt: 0,
    due: 2_000_000,
    warnAt: 1_500_000,
    stoppedAt: null,
    pausedSince: null,
    ...change,
  };
}

const late = slim('late', { due: 900_000, warnAt: 800_000 });
const longLate = slim('long-late', { due: 100_000, warnAt: 80_000 });
const warned = slim('warned', { due: 1_200_000, warnAt: 990_000 });
const warnedSooner = slim('warned-sooner', { due: 1_100_000, warnAt: 999_999 });
const running = slim('running', {});
const paused = slim('paused', { due: 1_000_500, warnAt: 1_000_400, pausedSince: 500 });
const done = slim('done', { due: 50, stoppedAt: 40 });
const doneLate = slim('done-late', { due: 50, stoppedAt: 60 });

describe('urgency', () => {
  it('follows the clock', () => {
    const all = [late, warned, running, paused, done, doneLate];
    expect(all.map((clock) => urgencyOf(clock, NOW))).toEqual([
      'missed',
      'warned',
      'running',
      'paused',
      'met',
      'missed',
    ]);
  });

  it('turns at 75 % and after due, not at it', () => {
    expect([1_499_999, 1_500_000, 2_000_000, 2_000_001].map((now) => urgencyOf(running, now))).toEqual([
      'running',
      'warned',
      'warned',
      'missed',
    ]);
  });

  it('ranks late first and done last', () => {
    expect((['met', 'paused', 'running', 'warned', 'missed'] as const).map(urgencyRank)).toEqual([4, 3, 2, 1, 0]);
  });

  it('stands still when paused or stopped', () => {
    expect(timeLeft(paused, NOW)).toBe(timeLeft(paused, NOW * 2));
    expect(timeLeft(doneLate, NOW)).toBe(-10);
    expect([isOpen(doneLate), isOpen(paused)]).toEqual([false, true]);
  });
});

describe('the leading clock', () => {
  it('is the longest late, then the warned and the running with least left, then a paused one', () => {
    const order = [longLate, late, warnedSooner, warned, running, paused];
    for (let i = 0; i < order.length; i++) {
      expect(leadingClock([done, doneLate, ...order.slice(i).toReversed()], NOW)?.id).toBe(order[i]?.id);
    }
  });

  it('is none when all have stopped', () => {
    expect(leadingClock([done, doneLate], NOW)).toBeNull();
    expect(leadingClock([], NOW)).toBeNull();
  });

  it('does not depend on the order of equals', () => {
    const [a, b] = [slim('a', {}), slim('b', {})];
    expect(leadingClock([b, a], NOW)?.id).toBe(leadingClock([a, b], NOW)?.id);
  });
});
