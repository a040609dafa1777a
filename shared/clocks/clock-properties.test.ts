import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClockFacts } from '#shared/domain/clock-facts.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { anyFacts as facts, anyMoment as moment, origin, anyTime as when } from './any-facts.ts';
import type { ClockInstance } from './clock-instance.ts';
import { clocksOf } from './clocks-of.ts';
import { factsAt } from './facts-at.ts';
import { nextThreshold } from './next-threshold.ts';
import { defaultPolicies } from './policies.ts';
import { untouched } from './sample-facts.ts';
import { slimClock } from './slim-clock.ts';
import { timeLeft, urgencyOf, urgencyRank } from './urgency.ts';

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
  const late = last === 'clock.step.late' || last === 'clock.step.late-then';
  expect(late ? (end ?? 0) - (difference ?? 0) : (end ?? 0) + (difference ?? 0)).toBe(clock.due);
}

describe('every clock, whatever the facts', () => {
  it('adds up to its due time, line by line', () => {
    fc.assert(fc.property(facts, when, (given, now) => of(given, now).forEach(adds)));
  });

  it('splits wall time into running, paused and off the calendar', () => {
    fc.assert(
      fc.property(facts, when, (given, now) => {
        for (const clock of of(given, now)) {
          const wall = Math.max(0, (clock.stoppedAt ?? now) - clock.startedAt);
          expect(Math.min(clock.elapsedMs, clock.pausedMs, clock.offMs)).toBeGreaterThanOrEqual(0);
          expect(clock.elapsedMs + clock.pausedMs + clock.offMs).toBe(wall);
          if (clock.counts !== 'always') continue;
          expect(clock.offMs).toBe(0);
          expect(clock.due).toBe(clock.startedAt + clock.allowanceMs + clock.pausedMs);
        }
      }),
    );
  });

  it('splits the way to the due time alike, and keeps a ledger of the pauses that sums to what they took', () => {
    fc.assert(
      fc.property(facts, when, (given, now) => {
        for (const clock of of(given, now)) {
          const off = clock.steps.filter(({ step }) => step.key.startsWith('clock.step.off.'));
          const gaps = off.reduce((sum, { amount }) => sum + amount.v, 0);
          expect(clock.startedAt + gaps + clock.allowanceMs + clock.pausedMs).toBe(clock.due);
          expect(clock.pauses.reduce((sum, pause) => sum + pause.countedMs, 0)).toBe(clock.pausedMs);
          expect(clock.pauses.every((pause) => (pause.endedBy === null) === pause.open && pause.by !== '')).toBe(true);
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
        const ofCase = (clocks: readonly ClockInstance[]) =>
          clocks.filter(({ subject, counts }) => subject.kind === 'case' && counts === 'always');
        expect(ofCase(of(again, now))).toEqual(ofCase(of(given, now)));
        // On a branch's days the rest may run on another calendar; what has run by then stands.
        const run = (list: readonly ClockInstance[]) =>
          list.flatMap(({ id, counts, elapsedMs }) => (counts === 'days' ? [[id, elapsedMs] as const] : []));
        const then = from.ms;
        expect(run(of(factsAt(again, then), then))).toEqual(run(of(factsAt(given, then), then)));
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
          if (clock.counts === 'always' || clock.pausedSince === null)
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
