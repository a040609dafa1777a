import { describe, expect, it } from 'vitest';
import type { ClockFacts } from '#shared/domain/clock-facts.ts';
import { clocksOf } from './clocks-of.ts';
import { endWords } from './end-words.ts';
import { factsAt } from './facts-at.ts';
import { defaultPolicies } from './policies.ts';
import { assignment, at, moment, untouched } from './sample-facts.ts';

const NOON = at('2026-11-23 12:00');
const MINUTE = 60_000;
const clocks = (facts: ClockFacts, now: number, key: string) =>
  clocksOf(facts, defaultPolicies, now).filter((clock) => clock.key === key);

describe('an offer that is declined', () => {
  const until = moment(NOON + 10 * MINUTE);
  const first = { ...assignment('a1', 'KLU', NOON), until, declined: { ...until, reason: 'no-officer' as const } };
  const facts = untouched(NOON, { assignments: [first] });
  const later = NOON + 20 * MINUTE;

  it('ends the promise to take it, not as done', () => {
    const [answer] = clocks(facts, later, 'kpi.acknowledgement');
    expect(answer).toMatchObject({ endedBy: 'declined', stoppedAt: until.ms });
    expect(answer && endWords(answer)).toEqual({ key: 'clock.ended.declined', ms: null });
  });

  it('begins one to assign anew, which the next assignment keeps; the first stays kept and all else runs on', () => {
    expect(clocks(facts, later, 'kpi.reassignment')).toMatchObject([
      { id: 'kpi.reassignment:a1', state: 'running', startedAt: until.ms, due: until.ms + 30 * MINUTE },
    ]);
    const anew = { ...facts, assignments: [first, assignment('a2', 'IPH', NOON + 15 * MINUTE)] };
    expect(clocks(anew, later, 'kpi.reassignment')).toMatchObject([{ state: 'met', stoppedAt: NOON + 15 * MINUTE }]);
    expect(clocks(anew, later, 'kpi.assignment')).toMatchObject([{ state: 'met', stoppedAt: NOON }]);
    expect(clocks(anew, later, 'kpi.first-payment')).toMatchObject([{ state: 'running', startedAt: NOON }]);
    expect(clocks(factsAt(anew, NOON + 5 * MINUTE), later, 'kpi.reassignment')).toEqual([]);
  });
});

describe('a benefit with several payees', () => {
  const paper = (payee: string | undefined) => ({
    benefit: 'dependants' as const,
    at: moment(NOON),
    ...(payee === undefined ? {} : { payee }),
  });
  const paid = (payee?: string) => ({ ...paper(payee), amountSen: 90_000, at: moment(NOON + MINUTE) });
  const ends = (documents: ClockFacts['documents'], payments: ClockFacts['payments']) =>
    clocks(untouched(NOON, { documents, payments }), NOON + 2 * MINUTE, 'charter.dependants').map(({ id, state }) => [
      id.slice(id.indexOf(':') + 1),
      state,
    ]);

  it('has a clock for each, ended by their own payment', () => {
    expect(ends([paper('siti'), paper('ali')], [paid('siti')])).toEqual([
      ['siti', 'met'],
      ['ali', 'running'],
    ]);
  });

  it('a payment that names nobody is for all, and a clock of nobody’s ends by the first', () => {
    expect(ends([paper('siti'), paper('ali')], [paid()]).map(([, state]) => state)).toEqual(['met', 'met']);
    expect(ends([paper(undefined)], [paid('ali')]).map(([, state]) => state)).toEqual(['met']);
  });
});
