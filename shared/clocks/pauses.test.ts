import { describe, expect, it } from 'vitest';
import type { ClockFacts } from '#shared/domain/clock-facts.ts';
import type { ClockInstance } from './clock-instance.ts';
import { clocksOf } from './clocks-of.ts';
import { nextThreshold } from './next-threshold.ts';
import { type ClockPolicy, defaultPolicies } from './policies.ts';
import { at, moment, untouched } from './sample-facts.ts';
import { slimClock } from './slim-clock.ts';
import { timeLeft, urgencyOf } from './urgency.ts';

const HOUR = 3_600_000;
const received = at('2026-11-23 09:00');
type Pause = ClockFacts['pauses'][number];

function pause(fromHour: number, untilHour: number | null, plannedHour: number | null = null): Pause {
  const when = (hour: number) => received + hour * HOUR;
  return {
    reason: 'family-not-ready',
    from: moment(when(fromHour)),
    until: untilHour === null ? null : moment(when(untilHour)),
    plannedUntil: plannedHour === null ? null : when(plannedHour),
  };
}

function family(
  pauses: readonly Pause[],
  hour: number,
  policies: readonly ClockPolicy[] = defaultPolicies,
): ClockInstance {
  const clocks = clocksOf(untouched(received, { pauses }), policies, received + hour * HOUR);
  const found = clocks.find(({ key }) => key === 'kpi.family-contact');
  if (!found) throw new Error('no family clock');
  return found;
}

describe('a pause', () => {
  it('moves the due time of those clocks that pause, with its line in the sum', () => {
    const clocks = clocksOf(untouched(received, { pauses: [pause(2, 5)] }), defaultPolicies, received + 6 * HOUR);
    expect(clocks.filter(({ pausedMs }) => pausedMs > 0).map(({ key }) => key)).toEqual([
      'kpi.family-contact',
      'kpi.first-payment',
    ]);
    const clock = family([pause(2, 5)], 6);
    expect([clock.due, clock.elapsedMs, clock.pausedMs]).toEqual([received + 27 * HOUR, 3 * HOUR, 3 * HOUR]);
    expect(clock.steps[2]).toEqual({
      step: {
        key: 'clock.step.pause',
        params: {
          reason: { t: 'key', v: 'pause.family-not-ready' },
          person: { t: 'person', v: 'someone' },
          from: { t: 'time', v: received + 2 * HOUR },
          until: { t: 'time', v: received + 5 * HOUR },
        },
      },
      amount: { t: 'duration', v: 3 * HOUR },
    });
  });

  it('holds time still while it lasts', () => {
    const [early, later] = [family([pause(2, null)], 3), family([pause(2, null)], 40)];
    expect([early.state, later.state]).toEqual(['paused', 'paused']);
    expect([early.elapsedMs, later.elapsedMs]).toEqual([2 * HOUR, 2 * HOUR]);
    expect(later.due).toBe(received + (24 + 38) * HOUR);
    expect(slimClock(later)).toEqual(slimClock(early));
    expect(urgencyOf(slimClock(later), received + 90 * HOUR)).toBe('paused');
    expect(timeLeft(slimClock(later), received + 90 * HOUR)).toBe(22 * HOUR);
  });

  it('ends by itself at its planned end, and somebody wakes for it', () => {
    const waiting = family([pause(2, null, 4)], 3);
    expect([waiting.state, waiting.resumesAt]).toEqual(['paused', received + 4 * HOUR]);
    expect(nextThreshold([waiting], received + 3 * HOUR)).toEqual({
      clock: waiting.id,
      at: received + 4 * HOUR,
      why: 'resume',
    });
    const resumed = family([pause(2, null, 4)], 10);
    expect([resumed.state, resumed.pausedMs]).toEqual(['running', 2 * HOUR]);
    expect(family([pause(2, 9, 4)], 10).pausedMs).toBe(2 * HOUR);
  });

  it('heals no breach', () => {
    const clock = family([pause(25, null)], 30);
    expect([clock.state, clock.due, clock.pausedMs, clock.pausedSince]).toEqual([
      'missed',
      received + 24 * HOUR,
      0,
      null,
    ]);
  });

  it('counts once where two overlap', () => {
    expect(family([pause(2, 6), pause(4, 8)], 9).pausedMs).toBe(6 * HOUR);
    expect(family([pause(2, 8), pause(3, 4)], 9).pausedMs).toBe(6 * HOUR);
    expect(family([pause(2, null), pause(4, null)], 9).pausedSince).toBe(received + 2 * HOUR);
  });

  it('counts only within the clock', () => {
    const clock = clocksOf(
      untouched(received, { pauses: [pause(-5, 1), pause(4, 9)], familyContacted: moment(received + 6 * HOUR) }),
      defaultPolicies,
      received + 20 * HOUR,
    ).find(({ key }) => key === 'kpi.family-contact');
    expect([clock?.pausedMs, clock?.elapsedMs, clock?.state]).toEqual([3 * HOUR, 3 * HOUR, 'met']);
  });

  it('is cut at the cap of its policy', () => {
    const capped = defaultPolicies.map((policy) => ({ ...policy, pauses: policy.pauses && { capMs: 3 * HOUR } }));
    expect(family([pause(2, null)], 4, capped)).toMatchObject({ state: 'paused', resumesAt: received + 5 * HOUR });
    expect(family([pause(2, null)], 9, capped)).toMatchObject({ state: 'running', pausedMs: 3 * HOUR });
    expect(family([pause(1, 3), pause(4, 8)], 9, capped).pausedMs).toBe(3 * HOUR);
  });
});
