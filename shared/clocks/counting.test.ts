import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultCalendars } from './calendar/calendars.ts';
import { stateWeeks } from './calendar/state-weeks.ts';
import { aroundTheClock, type Counting, workingDays, workingHours } from './counting.ts';
import { at } from './sample-facts.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const selangor = () => defaultCalendars.ofState('SGR');
/** Any second of 2024 to 2028, in any state, counted in any way. */
const anyMoment = fc
  .integer({ min: at('2024-01-01 00:00') / 1000, max: at('2028-06-01 00:00') / 1000 })
  .map((s) => s * 1000);
const anyCounting = fc
  .record({
    kind: fc.constantFrom('always', 'days', 'counts', 'hours'),
    state: fc.constantFrom(...stateWeeks.map(({ code }) => code)),
    start: anyMoment,
  })
  .map(({ kind, state, start }): { start: number; counting: Counting } => {
    const calendar = defaultCalendars.ofState(state);
    if (kind === 'always') return { start, counting: aroundTheClock };
    if (kind === 'hours') return { start, counting: workingHours(() => calendar) };
    return { start, counting: workingDays(start, () => calendar, kind === 'counts' ? 'counts' : 'moves') };
  });

describe('counted time, whatever the calendar', () => {
  it('and the gaps in it make up all time', () => {
    fc.assert(
      fc.property(anyCounting, fc.nat(30 * DAY), ({ start, counting }, length) => {
        const gaps = counting.gaps(start, start + length).reduce((sum, { from, to }) => sum + to - from, 0);
        expect(counting.between(start, start + length) + gaps).toBe(length);
      }),
    );
  });

  it('is found again: so much after a moment is so much between it and that', () => {
    fc.assert(
      fc.property(anyCounting, fc.nat(9 * DAY), ({ start, counting }, length) => {
        const end = counting.after(start, length);
        expect(counting.between(start, end)).toBe(length);
        if (length > 0) expect(counting.between(start, end - 1)).toBe(length - 1);
      }),
    );
  });

  it('adds up over any moment between, and never runs backwards', () => {
    fc.assert(
      fc.property(anyCounting, fc.nat(9 * DAY), fc.nat(9 * DAY), ({ start, counting }, a, b) => {
        const [middle, end] = [start + a, start + a + b];
        const whole = counting.between(start, end);
        expect(counting.between(start, middle) + counting.between(middle, end)).toBe(whole);
        expect(whole).toBeGreaterThanOrEqual(counting.between(start, middle));
        expect(counting.between(end, start)).toBe(0);
      }),
    );
  });
});

describe('a start on a rest day', () => {
  const saturday = at('2026-08-01 10:00');
  const third = (counting: Counting) => counting.after(saturday, 3 * DAY - 1_000);

  it('moves to the next working day, or, by the policy, counts that as the first', () => {
    expect(third(workingDays(saturday, selangor))).toBe(at('2026-08-06 23:59:59'));
    expect(third(workingDays(saturday, selangor, 'counts'))).toBe(at('2026-08-05 23:59:59'));
  });
});

describe('office hours', () => {
  const counting = workingHours(selangor);

  it('run from the moment of the start, overnight not, to the very close', () => {
    expect(counting.after(at('2026-11-05 16:00'), 2 * HOUR)).toBe(at('2026-11-06 09:00'));
    expect(counting.after(at('2026-11-05 16:00'), HOUR)).toBe(at('2026-11-05 17:00'));
    // Friday noon; weekend, Deepavali on Sunday replaced on Monday.
    expect(counting.after(at('2026-11-06 12:00'), 6 * HOUR)).toBe(at('2026-11-10 09:00'));
    expect(counting.after(at('2026-11-07 12:00'), HOUR)).toBe(at('2026-11-10 09:00'));
  });
});

it('gives up on a calendar that never works', () => {
  const never = workingHours(() => ({ ...selangor(), off: () => ({ why: 'rest' }) }));
  expect(() => never.after(at('2026-11-06 12:00'), 1)).toThrow('without working days');
});
