import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALARM_LEVELS, type AlarmLevel } from '#shared/contract/view/alarms.ts';
import { alarmRate } from './alarm-rate.ts';
import { QUIET, type Ringing, ring, worstOf } from './ringing.ts';

const NONE = { notice: 0, warn: 0, urgent: 0, breach: 0, again: 0 };
const TEN = 600_000;

/** Looks once a second while `worst` says what nobody heard. @returns the seconds that sounded */
function listen(seconds: number, worst: (second: number) => AlarmLevel | null, muted = (_second: number) => false) {
  let state: Ringing = QUIET;
  const sounded: [number, AlarmLevel][] = [];
  for (let second = 0; second < seconds; second += 1) {
    const { next, sound } = ring(state, worst(second), second * 1_000, muted(second));
    state = next;
    if (sound !== null) sounded.push([second, sound]);
  }
  return sounded;
}

describe('P-24: the sound of a room', () => {
  it('is one for forty reports in ten minutes, repeated: at most ten sounds', () => {
    const sounds = listen(600, (second) => (second % 15 === 0 ? 'warn' : second < 300 ? 'warn' : 'breach'));
    expect(sounds.length).toBeLessThanOrEqual(10);
    expect(sounds.length).toBeGreaterThanOrEqual(8);
  });

  it('is at most ten in any ten minutes, and never silent for ten while somebody must hear', () => {
    const phase = fc.record({
      seconds: fc.integer({ min: 1, max: 400 }),
      level: fc.constantFrom(null, 'notice', 'warn', 'urgent', 'breach', 'again' as const),
    });
    fc.assert(
      fc.property(fc.array(phase, { minLength: 1, maxLength: 60 }), (phases) => {
        const line = phases.flatMap(({ seconds, level }) => Array<AlarmLevel | null>(seconds).fill(level));
        const sounded = listen(line.length, (second) => line[second] ?? null);
        for (const [at] of sounded)
          expect(sounded.filter(([one]) => one > at - 600 && one <= at).length).toBeLessThanOrEqual(10);
        let waiting = 0;
        line.forEach((level, second) => {
          const heard = level === null || level === 'notice' || sounded.some(([at]) => at === second);
          waiting = heard ? 0 : waiting + 1;
          expect(waiting).toBeLessThanOrEqual(600);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('starts at once, and at once again when it grows worse or comes after quiet', () => {
    expect(listen(30, (second) => (second < 10 ? 'warn' : 'breach'))).toEqual([
      [0, 'warn'],
      [10, 'breach'],
    ]);
    expect(listen(30, (second) => (second === 5 ? null : 'warn')).map(([at]) => at)).toEqual([0, 6]);
    expect(listen(30, () => 'notice')).toEqual([]);
  });

  it('comes back at once when a mute ends', () => {
    expect(
      listen(
        40,
        () => 'breach',
        (second) => second < 30,
      ),
    ).toEqual([[30, 'breach']]);
  });

  it('is that of the worst', () => {
    expect(worstOf(NONE)).toBeNull();
    expect(worstOf({ ...NONE, notice: 4, urgent: 1 })).toBe('urgent');
    expect(worstOf({ ...NONE, again: 1, breach: 9 })).toBe(ALARM_LEVELS.at(-1));
  });
});

describe('the alarm rate', () => {
  it('counts ten minutes, the worst ten of a day, and the day', () => {
    const now = 100_000_000;
    const burst = Array.from({ length: 40 }, (_, index) => now - 2 * TEN + index * 14_000);
    expect(alarmRate([...burst, now - 5_000, now - 90_000_000], now)).toEqual({ lastTen: 1, peakTen: 40, day: 41 });
    expect(alarmRate([now - TEN, now], now)).toEqual({ lastTen: 1, peakTen: 1, day: 2 });
    expect(alarmRate([], now)).toEqual({ lastTen: 0, peakTen: 0, day: 0 });
  });
});
