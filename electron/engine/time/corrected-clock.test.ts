import { describe, expect, it } from 'vitest';
import { createCorrectedClock } from './corrected-clock.ts';

const YEAR = 31_536_000_000;
const time = (boot = 'this boot') => {
  const at = { wall: 1_000_000, mono: 5_000 };
  return { at, parts: { wall: () => at.wall, monotonic: () => at.mono, boot } };
};

describe('the corrected clock', () => {
  it('follows central’s time and the monotonic clock, whatever the computer’s clock does', () => {
    const { at, parts } = time();
    const clock = createCorrectedClock(parts, null, 0);
    expect(clock.certain()).toBe(false);
    clock.heard(YEAR, 4_900, 5_000);
    expect(clock.certain()).toBe(true);
    expect(clock.now()).toBe(YEAR + 50);
    at.wall -= 500_000;
    at.mono += 1_000;
    expect(clock.now()).toBe(YEAR + 1_050);
    expect(clock.offsetMs()).toBe(YEAR + 1_050 - 500_000);
  });

  it('keeps certainty across restarts of one boot and loses it with the boot', () => {
    const anchor = { centralMs: YEAR, monotonicMs: 4_000, boot: 'this boot' };
    expect(createCorrectedClock(time().parts, anchor, 0).now()).toBe(YEAR + 1_000);
    const after = createCorrectedClock(time('next boot').parts, anchor, YEAR + 7);
    expect(after.certain()).toBe(false);
    expect(after.now()).toBe(YEAR + 7);
  });

  it('never goes back within a run, and does not take a slow answer over a good one', () => {
    const { at, parts } = time();
    const clock = createCorrectedClock(parts, null, 0);
    clock.heard(YEAR, 5_000, 5_000);
    at.mono += 100;
    const before = clock.now();
    clock.heard(YEAR - 3_600_000, 5_000, 5_100);
    expect(clock.now()).toBe(before);
    at.mono += 10_000;
    const anchor = clock.heard(YEAR * 2, 5_100, 15_100);
    expect(anchor.centralMs).toBeLessThan(YEAR);
  });
});
