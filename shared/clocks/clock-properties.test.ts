import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClockFacts, Moment } from '#shared/domain/clock-facts.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import type { ClockInstance } from './clock-instance.ts';
import { clocksOf } from './clocks-of.ts';
import { nextThreshold } from './next-threshold.ts';
import { defaultPolicies } from './policies.ts';
import { at, untouched } from './sample-facts.ts';
import { slimClock } from './slim-clock.ts';
import { timeLeft, urgencyOf, urgencyRank } from './urgency.ts';

const MINUTE = 60_000;
const origin = at('2026-11-23 00:00');
const when = fc.integer({ min: 0, max: 9 * 1440 }).map((minutes) => origin + minutes * MINUTE);
const moment: fc.Arbitrary<Moment> = fc.record({
  ms: when,
  certain: fc.boolean(),
  event: fc.uuid(),
  actor: fc.constant('x'),
});
const maybe = fc.option(moment, { freq: 2 });
const benefit = fc.constantFrom('funeral' as const, 'dependants' as const);

const facts: fc.Arbitrary<ClockFacts> = fc.record({
  case: fc.constant('case-1'),
  kind: fc.constant('road' as const),
  severity: fc.constantFrom('death' as const, 'injury' as const),
  priority: fc.constantFrom('normal' as const, 'high' as const),
  received: moment,
  news: moment.map((one) => ({ ...one, basis: 'published' as const })),
  triaged: maybe,
  assignments: fc.array(
    fc.record({
      id: fc.uuid(),
      branch: fc.constantFrom('KLU', 'SBN', 'MLK'),
      from: moment,
      acknowledged: maybe,
      until: maybe,
    }),
    { maxLength: 4 },
  ),
  firstAction: maybe,
  familyContacted: maybe,
  documents: fc.array(fc.record({ benefit, at: moment }), { maxLength: 3 }),
  eligibility: fc.array(fc.record({ benefit, eligible: fc.boolean(), at: moment }), { maxLength: 3 }),
  payments: fc.array(fc.record({ benefit, amountSen: fc.nat(), at: moment }), { maxLength: 3 }),
  pauses: fc.array(
    fc.record({
      reason: fc.constantFrom('police-report' as const, 'hospital' as const),
      from: moment,
      until: maybe,
      plannedUntil: fc.option(when, { freq: 2 }),
    }),
    { maxLength: 4 },
  ),
  closed: fc.option(moment, { freq: 1 }),
});

const of = (given: ClockFacts, now: number) => clocksOf(given, defaultPolicies, now);

/** start + every duration before the sum, the sum itself, and the end ± the difference after it. */
function adds(clock: ClockInstance): void {
  const sumAt = clock.steps.findIndex(({ amount }) => amount.t === 'sum');
  const amounts = clock.steps.map(({ amount }) => amount.v);
  const total = amounts.slice(0, sumAt).reduce((a, b) => a + b, 0);
  const [sum, end, difference] = amounts.slice(sumAt, sumAt + 3);
  const last = clock.steps[sumAt + 2]?.step.key;
  expect(total).toBe(clock.due);
  expect(sum).toBe(clock.due);
  expect(last === 'clock.step.late' ? (end ?? 0) - (difference ?? 0) : (end ?? 0) + (difference ?? 0)).toBe(clock.due);
}

describe('every clock, whatever the facts', () => {
  it('adds up to its due time, line by line', () => {
    fc.assert(fc.property(facts, when, (given, now) => of(given, now).forEach(adds)));
  });

  it('splits wall time into running and paused', () => {
    fc.assert(
      fc.property(facts, when, (given, now) => {
        for (const clock of of(given, now)) {
          const wall = Math.max(0, (clock.stoppedAt ?? now) - clock.startedAt);
          expect(clock.elapsedMs + clock.pausedMs).toBe(wall);
          expect(clock.due).toBe(clock.startedAt + clock.allowanceMs + clock.pausedMs);
        }
      }),
    );
  });

  it('only grows older: never from late to not late, never less elapsed, never due earlier', () => {
    fc.assert(
      fc.property(facts, when, when, (given, a, b) => {
        const before = of(given, Math.min(a, b));
        const after = new Map(of(given, Math.max(a, b)).map((clock) => [clock.id, clock]));
        for (const clock of before) {
          const later = after.get(clock.id);
          if (!later) throw new Error(`${clock.id} is gone`);
          if (clock.state === 'missed') expect(later.state).toBe('missed');
          expect(later.elapsedMs).toBeGreaterThanOrEqual(clock.elapsedMs);
          expect(later.due).toBeGreaterThanOrEqual(clock.due);
        }
      }),
    );
  });

  it('is the same for the same facts in any order', () => {
    fc.assert(
      fc.property(facts, when, (given, now) => {
        const turned: ClockFacts = {
          ...given,
          assignments: given.assignments.toReversed(),
          documents: given.documents.toReversed(),
          eligibility: given.eligibility.toReversed(),
          payments: given.payments.toReversed(),
          pauses: given.pauses.toReversed(),
        };
        expect(canonicalJson(of(turned, now))).toBe(canonicalJson(of(given, now)));
      }),
    );
  });

  it('is moved by no reassignment and no priority, as far as it is the case’s own', () => {
    fc.assert(
      fc.property(facts, moment, when, (given, from, now) => {
        const first = Math.min(...given.assignments.map((one) => one.from.ms));
        fc.pre(given.assignments.length > 0 && from.ms > first);
        const again: ClockFacts = {
          ...given,
          priority: given.priority === 'high' ? 'normal' : 'high',
          assignments: [...given.assignments, { id: 'again', branch: 'KLU', from, acknowledged: null, until: null }],
        };
        const ofCase = (clocks: readonly ClockInstance[]) => clocks.filter(({ subject }) => subject.kind === 'case');
        expect(ofCase(of(again, now))).toEqual(ofCase(of(given, now)));
      }),
    );
  });

  it('has its own id and thresholds in order', () => {
    fc.assert(
      fc.property(facts, when, (given, now) => {
        const clocks = of(given, now);
        expect(new Set(clocks.map(({ id }) => id)).size).toBe(clocks.length);
        for (const { thresholds, due } of clocks) {
          expect(thresholds.map(({ at: moment }) => moment)).toEqual(
            thresholds.map(({ at: moment }) => moment).sort((a, b) => a - b),
          );
          expect(thresholds.at(-1)?.at).toBe(due);
        }
      }),
    );
  });

  it('reads alike in its slim form', () => {
    fc.assert(
      fc.property(facts, when, (given, now) => {
        for (const clock of of(given, now)) {
          const slim = slimClock(clock);
          const urgency = urgencyOf(slim, now);
          expect(urgency === 'warned' ? 'running' : urgency).toBe(clock.state);
          expect(timeLeft(slim, now)).toBe(clock.due - (clock.stoppedAt ?? Math.max(now, clock.pausedSince ?? now)));
        }
      }),
    );
  });

  it('changes its urgency at no moment that nobody wakes for', () => {
    fc.assert(
      fc.property(facts, when, when, (given, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const clocks = of(given, from);
        const wake = nextThreshold(clocks, from);
        fc.pre(wake === null || wake.at > to);
        const look = (list: readonly ClockInstance[], now: number) =>
          list.map((clock) => urgencyRank(urgencyOf(slimClock(clock), now)));
        expect(look(of(given, to), to)).toEqual(look(clocks, from));
      }),
    );
  });
});

it('takes an untouched case as one of them', () => {
  expect(of(untouched(origin), origin).length).toBeGreaterThan(0);
});
