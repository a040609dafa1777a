import { describe, expect, it } from 'vitest';
import { clocksOf } from './clocks-of.ts';
import { guessBreaches } from './guess-breach.ts';
import { defaultPolicies } from './policies.ts';
import { assignment, at, moment, untouched } from './sample-facts.ts';

const MINUTE = 60_000;
const received = at('2026-11-23 09:00');
/** Triage and assignment done after so many minutes of 15 and 30. */
const done = (triage: number, assigned: number) =>
  untouched(received, {
    triaged: moment(received + triage * MINUTE),
    assignments: [
      assignment('a1', 'SAM', received + assigned * MINUTE, {
        acknowledged: moment(received + (assigned + 15) * MINUTE),
      }),
    ],
  });
const guess = (facts: ReturnType<typeof done>, usual: Record<string, number> = {}) =>
  guessBreaches(clocksOf(facts, defaultPolicies, received + 60 * MINUTE), usual);

describe('a guess of a breach', () => {
  it('takes a slow case to go on slowly and a quick one quickly', () => {
    expect(guess(done(2, 3)).some(({ likely }) => likely)).toBe(false);
    expect(
      guess(done(15, 30), { 'kpi.first-payment': 0.8 }).find(({ key }) => key === 'kpi.first-payment'),
    ).toMatchObject({
      likely: true,
    });
  });

  it('puts the worst first, always in the same order, and leaves out what is over or already late', () => {
    const guesses = guess(done(14, 29), { 'kpi.first-payment': 0.9, 'kpi.family-contact': 0.2 });
    expect(guesses.map(({ share }) => share)).toEqual(guesses.map(({ share }) => share).toSorted((a, b) => b - a));
    expect(guesses[0]?.key).toBe('kpi.first-payment');
    const running = clocksOf(done(14, 29), defaultPolicies, received + 60 * MINUTE).filter(
      ({ stoppedAt, state }) => stoppedAt === null && state !== 'missed',
    );
    expect(guesses).toHaveLength(running.length);
  });

  it('P-28: says that it is a guess, and on what it rests', () => {
    const [first] = guess(done(14, 29));
    expect(first?.basis.map(({ key }) => key)).toEqual([
      'clock.guess.label',
      'clock.guess.stage',
      'clock.guess.stage',
      'clock.guess.stage',
      'clock.guess.usual',
    ]);
  });

  it('never guesses less than what has already run', () => {
    const late = guessBreaches(clocksOf(done(1, 1), defaultPolicies, received + 1430 * MINUTE), {});
    expect(late.find(({ key }) => key === 'kpi.family-contact')?.share).toBeCloseTo(1430 / 1440);
  });
});
