import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClockFacts } from '#shared/domain/clock-facts.ts';
import { anyFacts, anyTime } from '../any-facts.ts';
import { clocksOf } from '../clocks-of.ts';
import { defaultPolicies } from '../policies.ts';
import { at, moment, untouched } from '../sample-facts.ts';
import { alarmOf, nextAlarmAt } from './alarm.ts';
import { type Heard, heardBy } from './heard-by.ts';
import { whyGone } from './why-gone.ts';

const MINUTE = 60_000;
const received = at('2026-11-23 09:00');
const of = (facts: ClockFacts, now: number) => clocksOf(facts, defaultPolicies, now);
const alarms = (facts: ClockFacts, now: number) => of(facts, now).flatMap((clock) => alarmOf(clock, now) ?? []);
const triage = (now: number, change = {}) =>
  alarms(untouched(received, change), now).find(({ key }) => key === 'kpi.triage');
const heardAs = (mark: NonNullable<ReturnType<typeof triage>>, when = 1): Heard => ({
  ...mark,
  event: `event-${when}`,
  by: 'someone',
  at: when,
});

describe('an alarm', () => {
  it('P-21: grows from notice to breach and is repeated while nothing is done', () => {
    const level = (minutes: number, plus = 0) => triage(received + minutes * MINUTE + plus)?.level ?? null;
    expect([level(7), level(8), level(12), level(14), level(15)]).toEqual([null, 'notice', 'warn', 'urgent', 'urgent']);
    expect([level(15, 1), level(74), level(75)]).toEqual(['breach', 'breach', 'again']);
    expect(triage(received + (15 + 180) * MINUTE)).toMatchObject({ fraction: 4, at: received + (15 + 180) * MINUTE });
  });

  it('P-20, P-21: changes its identity at no moment that nobody wakes for', () => {
    fc.assert(
      fc.property(anyFacts, anyTime, anyTime, (facts, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const next = nextAlarmAt(of(facts, from), from);
        fc.pre(next === null || next > to);
        expect(alarms(facts, to).map(({ id }) => id)).toEqual(alarms(facts, from).map(({ id }) => id));
      }),
    );
  });

  it('P-20: is the same for the same facts in any order, one at most for each clock', () => {
    fc.assert(
      fc.property(anyFacts, anyTime, (facts, now) => {
        const turned = {
          ...facts,
          assignments: facts.assignments.toReversed(),
          documents: facts.documents.toReversed(),
          pauses: facts.pauses.toReversed(),
        };
        const list = alarms(facts, now);
        expect(alarms(turned, now)).toEqual(list);
        expect(new Set(list.map(({ clock }) => clock)).size).toBe(list.length);
      }),
    );
  });

  it('P-20: is passed once by whoever looks, however seldom: looks in steps and one late look end alike', () => {
    fc.assert(
      fc.property(anyFacts, anyTime, fc.array(fc.nat({ max: 9_000_000 }), { maxLength: 30 }), (facts, start, steps) => {
        const seen = new Map<string, number>();
        let now = start;
        for (const step of steps) {
          now += step;
          for (const { id } of alarms(facts, now)) seen.set(id, (seen.get(id) ?? 0) + 1);
        }
        const last = alarms(facts, now).map(({ id }) => id);
        expect(alarms(facts, now).every(({ at: reached }) => reached <= now)).toBe(true);
        if (steps.length > 0) expect(last.every((id) => seen.has(id))).toBe(true);
      }),
    );
  });
});

describe('an acknowledgement', () => {
  it('P-22: silences its threshold and those before, and none after: amber heard rings again as red', () => {
    const amber = triage(received + 12 * MINUTE);
    const red = triage(received + 16 * MINUTE);
    const notice = triage(received + 8 * MINUTE);
    if (!amber || !red || !notice) throw new Error('no alarms');
    const heard = [heardAs(amber)];
    expect(heardBy(amber, heard)?.by).toBe('someone');
    expect(heardBy(notice, heard)).not.toBeNull();
    expect(heardBy(red, heard)).toBeNull();
    expect(heardBy(red, [heardAs(red)])).not.toBeNull();
  });

  it('P-22: counts for no other due time: late news rings anew', () => {
    const amber = triage(received + 12 * MINUTE);
    const moved = triage(received + 12 * MINUTE, { received: moment(received - MINUTE) });
    if (!amber || !moved) throw new Error('no alarms');
    expect(heardBy(moved, [heardAs(amber)])).toBeNull();
  });

  it('P-22: says the same in any order and any number of times', () => {
    const red = triage(received + 16 * MINUTE);
    if (!red) throw new Error('no alarm');
    const some = fc.array(
      fc.record({ when: fc.nat({ max: 4 }), fraction: fc.constantFrom(0.5, 1, 2), due: fc.constantFrom(0, 60_000) }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(some, (list) => {
        const heard = list.map(({ when, fraction, due }) => ({
          ...heardAs({ ...red, fraction, due: red.due + due }, when),
          event: `event-${when}-${fraction}-${due}`,
        }));
        const said = heardBy(red, heard)?.event;
        expect(heardBy(red, [...heard, ...heard].toReversed())?.event).toBe(said);
        expect(said !== undefined).toBe(list.some(({ fraction, due }) => fraction >= 1 && due === 0));
      }),
    );
  });
});

describe('an alarm that is no more', () => {
  const red = triage(received + 16 * MINUTE);
  const why = (change: Partial<ClockFacts>, now = received + 16 * MINUTE) =>
    red ? whyGone(red, of(untouched(received, change), now), now) : null;

  it('P-23: is withdrawn with its reason', () => {
    expect(why({})).toBeNull();
    expect(why({}, received + 99 * MINUTE)).toBeNull();
    expect(why({ triaged: moment(received + 16 * MINUTE) })).toBe('met');
    expect(why({ closed: moment(received + 16 * MINUTE) })).toBe('closed');
    expect(why({ received: moment(received - MINUTE) })).toBe('moved');
    expect(red && whyGone(red, [], received + 16 * MINUTE)).toBe('left');
    expect(why({}, received + 12 * MINUTE)).toBe('moved');
  });

  it('P-23: always has one: whatever changes, it stands, a later one took its place, or it is said why not', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, anyTime, (facts, after, now) => {
        const standing = new Map(alarms(after, now).map((alarm) => [alarm.clock, alarm]));
        for (const alarm of alarms(facts, now)) {
          const still = standing.get(alarm.clock);
          const gone = whyGone(alarm, of(after, now), now);
          expect(still?.id === alarm.id ? gone : null).toBeNull();
          expect(gone !== null || (still?.fraction ?? -1) >= alarm.fraction).toBe(true);
        }
      }),
    );
  });
});
