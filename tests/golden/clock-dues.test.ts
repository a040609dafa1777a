import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Calendars, defaultCalendars } from '#shared/clocks/calendar/calendars.ts';
import { stateWeeks } from '#shared/clocks/calendar/state-weeks.ts';
import { clocksOf } from '#shared/clocks/clocks-of.ts';
import { defaultPolicies } from '#shared/clocks/policies.ts';
import { assignment, at, moment, untouched } from '#shared/clocks/sample-facts.ts';
import type { Benefit } from '#shared/domain/benefit.ts';
import type { ClockFacts } from '#shared/domain/clock-facts.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';

/**
 * Due times reckoned by hand, each with its reason, from the holidays and rules alone: when code and table disagree,
 * find out which is wrong before either is changed.
 */
const rows = readFileSync(new URL('./clock-dues.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [, state = '', policy = '', start = '', due = '', why = ''] =
      /^(\w+),([\w.-]+),([^,]+),([^,]+),(?:"(.*)"|([^"]*))$/.exec(line) ?? [];
    return { state, policy, start, due, why };
  });

/** A case in which this clock starts at this moment. */
function factsOf(policy: string, start: number): ClockFacts {
  const [kind = '', what = ''] = policy.split('.');
  const led = [assignment('a1', 'KUL', start)];
  if (policy === 'charter.complaint')
    return untouched(start, {
      assignments: led,
      complaints: [{ id: 'x', at: moment(start), acknowledged: null }],
    });
  if (policy === 'kpi.reassignment') {
    const declined = { ...moment(start), reason: 'no-officer' as const };
    return untouched(start, {
      assignments: led.map((one) => ({ ...one, until: moment(start), declined })),
    });
  }
  if (kind === 'charter')
    return untouched(start, { assignments: led, documents: [{ benefit: what as Benefit, at: moment(start) }] });
  return untouched(start, {
    assignments: led,
    firstAction: moment(start),
    documents: [{ benefit: 'funeral', at: moment(start) }],
    eligibility: [{ benefit: 'rehabilitation', eligible: true, at: moment(start) }],
  });
}

/** Every office in one state. */
const allIn = (state: string): Calendars => ({
  of: () => defaultCalendars.ofState(state),
  ofState: (code) => defaultCalendars.ofState(code),
});

describe('due times reckoned by hand', () => {
  it('are many, for every state and territory and every key', () => {
    expect(rows.length).toBeGreaterThanOrEqual(300);
    expect(rows.filter(({ due }) => due === '')).toEqual([]);
    expect([...new Set(rows.map(({ state }) => state))].sort()).toEqual(stateWeeks.map(({ code }) => code).sort());
    expect([...new Set(rows.map(({ policy }) => policy))].sort()).toEqual(defaultPolicies.map(({ key }) => key).sort());
  });

  it.each(rows)('$state $policy from $start: $due ($why)', ({ state, policy, start, due }) => {
    const from = at(start);
    const clock = clocksOf(factsOf(policy, from), defaultPolicies, from, allIn(state)).find(
      ({ key }) => key === policy,
    );
    expect(clock && isoMalaysia(clock.due).slice(0, 19).replace('T', ' ')).toBe(due);
  });
});
