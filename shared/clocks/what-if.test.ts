import { describe, expect, it } from 'vitest';
import { defaultCalendars } from './calendar/calendars.ts';
import { clocksOf } from './clocks-of.ts';
import { defaultPolicies } from './policies.ts';
import { assignment, at, moment, untouched } from './sample-facts.ts';
import { type Supposed, whatIf } from './what-if.ts';

const HOUR = 3_600_000;
/** Thursday; documents complete the day before, led by Shah Alam (Selangor). */
const now = at('2026-11-05 09:00');
const facts = untouched(at('2026-11-04 08:00'), {
  assignments: [assignment('a1', 'SAM', at('2026-11-04 08:10'))],
  documents: [{ benefit: 'funeral', at: moment(at('2026-11-04 10:00')) }],
});
const ask = (supposed: Supposed) =>
  new Map(
    whatIf(facts, supposed, { policies: defaultPolicies, calendars: defaultCalendars, now }).map((one) => [
      one.clock,
      one,
    ]),
  );

describe('what if', () => {
  it('another branch led: its own reply begins, the old one ends, the charter runs on its calendar, the rest stays', () => {
    const then = ask({ kind: 'assign', branch: 'KBR' });
    expect(then.get('kpi.acknowledgement:supposed')).toMatchObject({ before: null, after: now + HOUR / 2 });
    expect(then.get('kpi.acknowledgement:a1')).toMatchObject({ after: null, words: { key: 'clock.what-if.ends' } });
    // In Selangor Thu 5, Fri 6 and, Deepavali being replaced on Mon 9, Tue 10; in Kelantan Thu 5, Mon 9, Tue 10.
    expect(then.get('charter.funeral:case-1')?.before).toBe(at('2026-11-10 23:59:59'));
    expect(then.get('charter.funeral:case-1')?.after).toBe(at('2026-11-10 23:59:59'));
    expect(then.get('kpi.first-payment:case-1')).toMatchObject({ words: { key: 'clock.what-if.stays' } });
    const sarawak = ask({ kind: 'assign', branch: 'KCH' }).get('charter.funeral:case-1');
    expect(sarawak).toMatchObject({ after: at('2026-11-09 23:59:59'), words: { key: 'clock.what-if.moves' } });
  });

  it('there were a pause until a visit: due times move by the counted time', () => {
    const then = ask({ kind: 'pause', reason: 'family-not-ready', plannedUntil: now + 3 * HOUR });
    const payment = then.get('kpi.first-payment:case-1');
    expect((payment?.after ?? 0) - (payment?.before ?? 0)).toBe(3 * HOUR);
    expect(then.get('kpi.same-day-action:case-1')?.words.key).toBe('clock.what-if.stays');
  });

  it('there were a pause without an end: what waits has no due time to show', () => {
    const then = ask({ kind: 'pause', reason: 'police-report', plannedUntil: null });
    expect(then.get('kpi.first-payment:case-1')).toMatchObject({
      after: null,
      words: { key: 'clock.what-if.waits' },
    });
  });

  it('the case were triaged: that clock ends; what hangs on the severity ends with it', () => {
    const fresh = untouched(now - HOUR / 6);
    const given = { policies: defaultPolicies, calendars: defaultCalendars, now };
    const ended = (supposed: Supposed) =>
      whatIf(fresh, supposed, given)
        .filter(({ words }) => words.key === 'clock.what-if.ends')
        .map(({ key }) => key);
    expect(ended({ kind: 'triage', severity: null })).toEqual(['kpi.triage']);
    expect(ended({ kind: 'triage', severity: 'injury' })).toContain('kpi.triage');
    expect(whatIf({ ...fresh, triaged: moment(now) }, { kind: 'triage', severity: 'death' }, given)).toSatisfy(
      (all: { words: { key: string } }[]) => all.every(({ words }) => words.key === 'clock.what-if.stays'),
    );
  });

  it('the branch had answered, the case were closed: what waited for that ends', () => {
    const answered = ask({ kind: 'acknowledge' });
    expect(answered.get('kpi.acknowledgement:a1')?.words.key).toBe('clock.what-if.ends');
    const closed = [...ask({ kind: 'close' }).values()];
    expect(closed.length).toBeGreaterThan(2);
    expect(closed.every(({ after, words }) => after === null && words.key === 'clock.what-if.ends')).toBe(true);
  });

  it('a pause were over: what waited has a due time again, later by what was counted', () => {
    const paused = untouched(now - 2 * HOUR, {
      pauses: [{ reason: 'police-report', from: moment(now - HOUR), until: null, plannedUntil: null }],
    });
    const given = { policies: defaultPolicies, calendars: defaultCalendars, now };
    const then = whatIf(paused, { kind: 'resume' }, given).find(({ key }) => key === 'kpi.first-payment');
    const never = whatIf({ ...paused, pauses: [] }, { kind: 'resume' }, given).find(
      ({ key }) => key === 'kpi.first-payment',
    );
    expect((then?.after ?? 0) - (never?.after ?? 0)).toBe(HOUR);
  });

  it('records nothing: the facts are as before', () => {
    const before = JSON.stringify(clocksOf(facts, defaultPolicies, now));
    ask({ kind: 'assign', branch: 'KBR' });
    ask({ kind: 'pause', reason: 'hospital', plannedUntil: null });
    expect(JSON.stringify(clocksOf(facts, defaultPolicies, now))).toBe(before);
  });
});
