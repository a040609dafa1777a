import { describe, expect, it } from 'vitest';
import { defaultCalendars } from './calendar/calendars.ts';
import { type ClockPolicy, defaultPolicies } from './policies.ts';
import { previewPolicies } from './preview-policies.ts';
import { at, moment, untouched } from './sample-facts.ts';

const HOUR = 3_600_000;
const now = at('2026-11-23 12:00');
const cases = [
  untouched(at('2026-11-23 09:00'), { case: 'early' }),
  untouched(at('2026-11-23 11:55'), { case: 'late', severity: 'injury' }),
];
const preview = (after: readonly ClockPolicy[]) =>
  previewPolicies(cases, { before: defaultPolicies, after }, { calendars: defaultCalendars, now });
const changed = (key: string, change: Partial<ClockPolicy>) =>
  defaultPolicies.map((policy) => (policy.key === key ? { ...policy, ...change } : policy));

describe('a preview of policies', () => {
  it('finds nothing where nothing changes, nor where a version holds from tomorrow on', () => {
    expect(preview(defaultPolicies)).toEqual({ cases: 2, effects: [], summary: [] });
    const [family] = defaultPolicies.filter(({ key }) => key === 'kpi.family-contact');
    if (!family) throw new Error('no policy');
    const tomorrow = { ...family, id: 'x', effectiveFrom: now + HOUR, rule: { kind: 'within', ms: 1 } } as const;
    expect(preview([...defaultPolicies, tomorrow]).effects).toEqual([]);
  });

  it('names what moves and what would become late', () => {
    const found = preview(changed('kpi.family-contact', { rule: { kind: 'within', ms: 2 * HOUR } }));
    expect(
      found.effects.map(({ case: of, change, before, after }) => [of, change, before?.state, after?.state]),
    ).toEqual([
      ['early', 'moves', 'running', 'missed'],
      ['late', 'moves', 'running', 'running'],
    ]);
    expect(found.summary).toEqual([
      { key: 'kpi.family-contact', begins: 0, ends: 0, moves: 2, newlyMissed: 1, noLongerMissed: 0 },
    ]);
  });

  it('names what would no longer be late, begin or end', () => {
    const mild = preview(changed('kpi.triage', { rule: { kind: 'within', ms: 9 * HOUR } }));
    expect(mild.summary).toMatchObject([{ key: 'kpi.triage', moves: 2, noLongerMissed: 1 }]);
    const deaths = preview(changed('kpi.assignment', { when: { severities: ['death'] } }));
    expect(deaths.effects).toMatchObject([{ case: 'late', key: 'kpi.assignment', change: 'ends', after: null }]);
    const fewer = defaultPolicies.filter(({ key }) => key !== 'kpi.triage');
    const more = previewPolicies(
      cases,
      { before: fewer, after: defaultPolicies },
      { calendars: defaultCalendars, now },
    );
    expect(more.summary).toMatchObject([{ key: 'kpi.triage', begins: 2, newlyMissed: 1 }]);
  });

  it('counts a stop that would have been in time after all', () => {
    const paid = untouched(at('2026-11-01 09:00'), {
      payments: [{ benefit: 'funeral', amountSen: 1, at: moment(at('2026-11-09 09:00')) }],
    });
    const longer = changed('kpi.first-payment', { rule: { kind: 'within', ms: 10 * 24 * HOUR } });
    const found = previewPolicies(
      [paid],
      { before: defaultPolicies, after: longer },
      { calendars: defaultCalendars, now },
    );
    expect(found.summary).toMatchObject([{ key: 'kpi.first-payment', noLongerMissed: 1 }]);
  });
});
