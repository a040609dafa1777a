import { expect, it } from 'vitest';
import { alarmOf, nextAlarmAt } from '#shared/clocks/alarms/alarm.ts';
import { clocksOf } from '#shared/clocks/clocks-of.ts';
import { defaultPolicies } from '#shared/clocks/policies.ts';
import { at, untouched } from '#shared/clocks/sample-facts.ts';
import { alarmPicture } from './alarm-picture.ts';
import { createCaseBook } from './case-book.ts';
import type { CaseAlarms } from './standing-alarms.ts';

const MINUTE = 60_000;
const received = at('2026-11-23 09:00');

/** A case nobody touched, as it stands after `minutes`. */
function found(id: string, minutes: number): CaseAlarms {
  const now = received + minutes * MINUTE;
  const clocks = clocksOf(untouched(received), defaultPolicies, now);
  const alarms = clocks.flatMap((clock) => alarmOf(clock, now) ?? []).map((alarm) => ({ alarm, heard: null }));
  return { case: id, number: id, lead: null, clocks, alarms, next: nextAlarmAt(clocks, now) };
}

it('P-25: shows what stands without going over the cases that stand in nothing, however many', () => {
  const book = createCaseBook();
  for (let n = 0; n < 2_000; n += 1) book.take(`quiet-${n}`, found(`quiet-${n}`, 1));
  book.take('rings', found('rings', 8));
  expect(book.all().size).toBe(2_001);
  let looked = 0;
  const standing = function* () {
    for (const one of book.standing()) {
      looked += 1;
      yield one;
    }
  };
  const raised = { of: () => undefined, moments: () => [] };
  const picture = alarmPicture({ cases: standing(), raised, gone: [], trouble: null, now: received + 8 * MINUTE });
  expect(picture.items.map((item) => item.case)).toEqual(['rings']);
  expect(looked).toBe(1);
  book.take('rings', found('rings', 1));
  expect([...book.standing()]).toEqual([]);
  book.take('rings', undefined);
  expect(book.get('rings')).toBeUndefined();
});

it('keeps no sum of a clock', () => {
  const book = createCaseBook();
  const whole = found('one', 1);
  book.take('one', whole);
  const kept = book.get('one')?.clocks ?? [];
  expect(kept.map(({ id }) => id)).toEqual(whole.clocks.map(({ id }) => id));
  for (const clock of kept)
    for (const value of Object.values(clock)) expect(typeof value === 'object' && value).toBeFalsy();
});
