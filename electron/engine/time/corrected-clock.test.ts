import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCorrectedClock, errorOf, type KeptTime } from './corrected-clock.ts';

const YEAR = 31_536_000_000;
const DAYS_2 = 2 * 86_400_000;
const NOTHING: KeptTime = { anchor: null, guess: null, lastSeenMs: null };
const time = (boot = 'this boot') => {
  const at = { wall: 1_000_000, mono: 5_000 };
  return { at, parts: { wall: () => at.wall, monotonic: () => at.mono, boot } };
};

describe('the corrected clock', () => {
  it('follows central’s time and the monotonic clock, whatever the computer’s clock does', () => {
    const { at, parts } = time();
    const clock = createCorrectedClock(parts, NOTHING);
    expect(clock.certain()).toBe(false);
    clock.heard(YEAR, 4_900, 5_000);
    expect(clock.certain()).toBe(true);
    expect(clock.now()).toBe(YEAR + 50);
    at.wall -= 500_000;
    at.mono += 1_000;
    expect(clock.now()).toBe(YEAR + 1_050);
    expect(clock.sure()).toBe(YEAR + 1_050);
    expect(clock.offsetMs()).toBe(YEAR + 1_050 - 500_000);
  });

  it('keeps certainty across restarts of one boot and loses it with the boot', () => {
    const anchor = { centralMs: YEAR, monotonicMs: 4_000, boot: 'this boot' };
    expect(createCorrectedClock(time().parts, { ...NOTHING, anchor }).now()).toBe(YEAR + 1_000);
    const after = createCorrectedClock(time('next boot').parts, { ...NOTHING, anchor, lastSeenMs: YEAR + 7 });
    expect(after.certain()).toBe(false);
    expect(after.now()).toBe(YEAR + 7);
  });

  it('never goes back within a run, and does not take a slow answer over a good one', () => {
    const { at, parts } = time();
    const clock = createCorrectedClock(parts, NOTHING);
    clock.heard(YEAR, 5_000, 5_000);
    at.mono += 100;
    const before = clock.now();
    clock.heard(YEAR - 3_600_000, 5_000, 5_100);
    expect(clock.now()).toBe(before);
    at.mono += 10_000;
    const anchor = clock.heard(YEAR * 2, 5_100, 15_100);
    expect(anchor.centralMs).toBeLessThan(YEAR);
  });

  it('S-32: has one guess a boot, at first by the computer’s clock and then by the monotonic one, over restarts too', () => {
    const { at, parts } = time('next boot');
    at.wall = YEAR + DAYS_2;
    const first = createCorrectedClock(parts, { ...NOTHING, lastSeenMs: YEAR });
    expect([first.now(), first.sure()]).toEqual([YEAR + DAYS_2, YEAR]);
    at.wall -= 2 * DAYS_2;
    at.mono += 60_000;
    expect([first.now(), first.sure()]).toEqual([YEAR + DAYS_2 + 60_000, YEAR + 60_000]);
    const again = createCorrectedClock(parts, { ...NOTHING, guess: first.guess(), lastSeenMs: YEAR + 60_000 });
    at.mono += 1_000;
    expect([again.now(), again.sure()]).toEqual([YEAR + DAYS_2 + 61_000, YEAR + 61_000]);
  });

  it('S-32: a guess that was too late ends at once when central is heard, and its error is known', () => {
    const { at, parts } = time('next boot');
    at.wall = YEAR + DAYS_2;
    const clock = createCorrectedClock(parts, { ...NOTHING, lastSeenMs: YEAR });
    expect(clock.now()).toBe(YEAR + DAYS_2);
    const guess = clock.guess();
    at.mono += 5_000;
    const anchor = clock.heard(YEAR + 100_000, at.mono, at.mono);
    expect(clock.now()).toBe(YEAR + 100_000);
    expect(clock.guess()).toBeNull();
    expect(guess && errorOf(guess, anchor)).toBe(100_000 - 5_000 - DAYS_2);
  });

  it('is sure of nothing while nobody was ever heard', () => {
    const clock = createCorrectedClock(time().parts, NOTHING);
    expect(clock.sure()).toBeNull();
    expect(clock.now()).toBe(1_000_000);
  });

  it('S-32: whatever the computer’s clock does, lengths are true within a boot, sure moments have passed, and certain ones are right', () => {
    const step = fc.record({
      wait: fc.integer({ min: 0, max: 7_200_000 }),
      jump: fc.integer({ min: -DAYS_2, max: DAYS_2 }),
      deed: fc.constantFrom('nothing', 'hear', 'restart', 'reboot', 'act'),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
        let truth = YEAR;
        let wallOff = 0;
        let bootAt = truth - 10_000;
        let boot = 0;
        let kept: KeptTime = NOTHING;
        const sys = () => ({ wall: () => truth + wallOff, monotonic: () => truth - bootAt, boot: String(boot) });
        let clock = createCorrectedClock(sys(), kept);
        let before = { truth, now: clock.now() };
        const keep = () => {
          kept = { ...kept, guess: clock.guess(), lastSeenMs: clock.sure() ?? kept.lastSeenMs };
        };
        for (const { wait, jump, deed } of steps) {
          truth += wait;
          wallOff = Math.max(-DAYS_2, Math.min(DAYS_2, wallOff + jump));
          // The length of any stretch within one boot and one belief is exact.
          expect(clock.now() - before.now).toBe(truth - before.truth);
          expect(clock.sure() ?? 0).toBeLessThanOrEqual(truth);
          if (clock.certain()) expect(clock.now()).toBe(truth);
          else expect(clock.now()).toBeGreaterThanOrEqual(clock.sure() ?? 0);
          if (deed === 'act') keep();
          if (deed === 'hear') {
            const guess = clock.guess();
            const told = clock.now();
            const anchor = clock.heard(truth, truth - bootAt, truth - bootAt);
            if (guess) expect(told + errorOf(guess, anchor)).toBe(truth);
            kept = { anchor, guess: null, lastSeenMs: clock.sure() };
          }
          if (deed === 'restart' || deed === 'reboot') {
            if (clock.guess() !== null) kept = { ...kept, guess: clock.guess() };
            if (deed === 'reboot') {
              boot += 1;
              truth += 30_000;
              bootAt = truth;
              truth += 5_000;
            }
            clock = createCorrectedClock(sys(), kept);
          }
          before = { truth, now: clock.now() };
        }
      }),
      { numRuns: 300 },
    );
  });
});
