import { expect, it } from 'vitest';
import { clocksOf } from '#shared/clocks/clocks-of.ts';
import { defaultPolicies } from '#shared/clocks/policies.ts';
import { at, moment, untouched } from '#shared/clocks/sample-facts.ts';
import { createGuessBook } from './guess-book.ts';

const MINUTE = 60_000;
const received = at('2026-11-23 09:00');
const clocks = (triage: number | null) =>
  clocksOf(
    untouched(received, triage === null ? {} : { triaged: moment(received + triage * MINUTE) }),
    defaultPolicies,
    received + 29 * MINUTE,
  );

it('P-28: lists cases whose running promise will probably be broken, the worst first, and the same list until it changed', () => {
  const book = createGuessBook();
  book.take('untouched', clocks(null));
  book.take('quick', clocks(2));
  expect(book.list()).toEqual([]);
  // Twenty-eight minutes of fifteen: such a case takes its time.
  expect(book.learn({})).toBe(false);
  const usual = { 'kpi.triage': 0.2, 'kpi.assignment': 0.6 };
  expect([
    book.learn(usual),
    book.learn({ ...usual }),
    book.learn({ ...usual, 'kpi.triage': 0.3 }),
    book.learn(usual),
  ]).toEqual([true, false, true, true]);
  book.take('slow', clocks(28));
  const list = book.list();
  expect(list.map((guess) => guess.case)).toEqual(['slow']);
  expect(list[0]?.share).toBeGreaterThan(1);
  book.take('slow', clocks(28));
  expect(book.list()).toBe(list);
  book.take('slow', []);
  expect(book.list()).toEqual([]);
});
