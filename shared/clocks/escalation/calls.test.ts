import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alarmOf } from '../alarms/alarm.ts';
import { anyFacts, anyTime } from '../any-facts.ts';
import { clocksOf } from '../clocks-of.ts';
import { defaultPolicies } from '../policies.ts';
import { assignment, at, moment, untouched } from '../sample-facts.ts';
import { callsDue, callsOf, nextCallAt, whyWithdrawn } from './calls.ts';
import { levelFor } from './who-to-call.ts';

const MINUTE = 60_000;
const received = at('2026-11-23 09:00');
/** The promise of triage: a quarter of an hour. */
const triage = (now: number, change = {}) => {
  const clock = clocksOf(untouched(received, change), defaultPolicies, now).find(({ key }) => key === 'kpi.triage');
  if (!clock) throw new Error('no triage');
  return clock;
};
const due = (minutes: number, change = {}, since = 0) =>
  callsDue(triage(received + minutes * MINUTE, change), since, received + minutes * MINUTE);

describe('calls', () => {
  it('are one for each level, the last of it that was reached', () => {
    const steps = (minutes: number) => due(minutes).map(({ level, fraction }) => `${level} ${fraction}`);
    expect([7, 8, 12, 14, 15].map(steps)).toEqual([
      [],
      ['squad 0.5'],
      ['squad 0.75'],
      ['squad 0.75', 'head 0.9'],
      ['squad 0.75', 'head 0.9'],
    ]);
    expect(steps(16)).toEqual(['squad 0.75', 'head 0.9', 'state 1']);
    expect(steps(76)).toEqual(['squad 0.75', 'head 0.9', 'state 1', 'hq 2']);
  });

  it('are found once each by waking when told, whatever is slept through in between', () => {
    const end = received + 76 * MINUTE;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 * MINUTE }), { maxLength: 8 }), (late) => {
        const seen = new Map<string, number>();
        for (let now = received, round = 0; round < 50; round += 1) {
          for (const call of callsDue(triage(now), 0, now)) if (!seen.has(call.id)) seen.set(call.id, now - call.at);
          const next = nextCallAt(triage(now), now);
          if (next === null || next > end) break;
          now = next + (late[round] ?? 0);
        }
        const levels = [...seen.keys()].map((id) => id.split('|').at(-1));
        expect(levels.filter((level) => level !== 'squad').toSorted()).toEqual(['head', 'hq', 'state']);
        expect([...seen.values()].every((behind) => behind >= 0)).toBe(true);
        if (late.every((ms) => ms === 0)) expect([...seen.values()]).toEqual([0, 0, 0, 0, 0]);
      }),
    );
  });

  it('leave out what was reached before anybody was to be told', () => {
    expect(due(14, {}, received + 13 * MINUTE).map(({ level }) => level)).toEqual(['head']);
  });

  it('end with the clock', () => {
    const done = { triaged: moment(received + 8 * MINUTE) };
    expect(due(99, done).map(({ fraction }) => fraction)).toEqual([0.5]);
    expect(nextCallAt(triage(received + 99 * MINUTE, done), received + 99 * MINUTE)).toBeNull();
  });
});

describe('a call that was made', () => {
  const [warned] = due(12);
  const id = warned?.id ?? '';

  it('stands at any time, also before itself and after the promise was kept late', () => {
    expect(whyWithdrawn(id, triage(received))).toBeNull();
    expect(whyWithdrawn(id, triage(received + 99 * MINUTE, { triaged: moment(received + 13 * MINUTE) }))).toBeNull();
  });

  it('is withdrawn when late news moves the due time, ends the clock before it, or takes the clock away', () => {
    const earlier = { received: moment(received - MINUTE) };
    expect(whyWithdrawn(id, triage(received + 12 * MINUTE, earlier))).toBe('moved');
    const done = { triaged: moment(received + 8 * MINUTE) };
    expect(whyWithdrawn(id, triage(received + 12 * MINUTE, done))).toBe('done');
    expect(whyWithdrawn(id, undefined)).toBe('gone');
  });
});

describe('a pause', () => {
  const pauses = [
    { reason: 'family-not-ready', from: moment(received + 60 * MINUTE), until: null, plannedUntil: null },
  ];
  it('calls nobody and waits for its end', () => {
    const clock = clocksOf(untouched(received, { pauses } as object), defaultPolicies, received + 90 * MINUTE).find(
      ({ pausedSince }) => pausedSince !== null,
    );
    if (!clock) throw new Error('nothing is paused');
    expect(nextCallAt(clock, received + 90 * MINUTE)).toBeNull();
    expect(callsDue(clock, 0, received + 90 * MINUTE).filter((call) => call.at > received + 60 * MINUTE)).toEqual([]);
  });

  it('keeps the calls made before it, and brings them anew under the due time it moved, from its end on', () => {
    const begun = at('2026-11-28 10:00');
    const [over, later] = [begun + 2000 * MINUTE, begun + 2001 * MINUTE];
    const facts = untouched(received, {
      triaged: moment(received),
      assignments: [assignment('a', 'KLG', received, { acknowledged: moment(received + MINUTE) })],
      firstAction: moment(received + MINUTE),
    });
    const family = (now: number, until: number | null) => {
      const pause = { reason: 'family-not-ready', from: moment(begun), plannedUntil: null } as const;
      const paused = { ...facts, pauses: [{ ...pause, until: until === null ? null : moment(until) }] };
      const clocks = clocksOf(paused, defaultPolicies, now).filter(({ pauses: taken }) => taken.length > 0);
      const [shortest] = clocks.toSorted((a, b) => a.allowanceMs - b.allowanceMs);
      if (!shortest) throw new Error('nothing pauses');
      return shortest;
    };
    const before = family(begun + MINUTE, null);
    const told = callsOf(before).filter(({ at: when }) => when < begun);
    expect(told.length).toBeGreaterThan(0);
    for (const { id } of told) {
      expect(whyWithdrawn(id, family(later, null))).toBeNull();
      expect(whyWithdrawn(id, family(later, over))).toBe('moved');
    }
    const anew = callsOf(family(later, over)).slice(0, told.length);
    expect(anew.map((call) => call.at)).toEqual(told.map(() => over));
  });
});

it('P-20: are known by the identity that consoles alarm and acknowledge by, whatever happened to the case', () => {
  fc.assert(
    fc.property(anyFacts, anyTime, (facts, now) => {
      for (const clock of clocksOf(facts, defaultPolicies, now)) {
        const alarm = alarmOf(clock, now);
        if (alarm === null || alarm.fraction > 2) continue;
        const call = callsOf(clock).find(({ id }) => id === `${alarm.id}|${levelFor(alarm.fraction)}`);
        // A breach is past its due time by at least a moment.
        expect(call?.at).toBe(alarm.fraction === 1 ? alarm.at + 1 : alarm.at);
      }
    }),
  );
});
