import { describe, expect, it } from 'vitest';
import { policyRowSchema } from '#shared/contract/wire/rule-values.ts';
import { policyRow } from '#shared/sync/sample-rules.ts';
import { buildVersion, draftOf } from './build-version.ts';

const NOW = Date.parse('2026-11-23T12:00:00+08:00');
const draft = { ...draftOf(policyRow(30), '2026-11-23T12:00'), reason: 'arahan' };

describe('a new version from its form', () => {
  it('is the former one but for what was typed, and whole to the schema', () => {
    const built = buildVersion(policyRow(30), { ...draft, amount: '20', warnAt: '60,90' }, NOW);
    expect(built).toMatchObject({
      ok: true,
      row: { rule: { minutes: 20 }, warnAt: [60, 90], effectiveFrom: '2026-11-23T12:00:00+08:00' },
    });
    expect(built.ok && policyRowSchema.safeParse(built.row).success).toBe(true);
  });

  it('names each member that cannot be taken', () => {
    const bad = { ...draft, from: '2026-11-22T12:00', amount: '0', warnAt: '90, 50', source: ' ', reason: '' };
    expect(buildVersion(policyRow(30), bad, NOW)).toEqual({
      ok: false,
      faults: {
        from: 'rules.form.past',
        amount: 'rules.form.number',
        warnAt: 'rules.form.warns',
        source: 'rules.form.needed',
        reason: 'rules.form.needed',
      },
    });
    expect(buildVersion(policyRow(30), { ...draft, from: '' }, NOW)).toMatchObject({
      faults: { from: 'rules.form.needed' },
    });
    expect(buildVersion(policyRow(30), { ...draft, from: 'nanti' }, NOW)).toMatchObject({
      faults: { from: 'form.when.unreadable' },
    });
  });

  it('keeps the kind of rule of what it was made from', () => {
    const base = policyRow(1, { rule: { kind: 'same-day', cutOff: '20:00', lateDue: '12:00' } });
    const form = { ...draftOf(base, draft.from), reason: 'x' };
    expect(buildVersion(base, { ...form, cutOff: '21:00' }, NOW)).toMatchObject({
      row: { rule: { kind: 'same-day', cutOff: '21:00', lateDue: '12:00' } },
    });
    expect(buildVersion(base, { ...form, cutOff: '9pm' }, NOW)).toMatchObject({
      faults: { cutOff: 'rules.form.time' },
    });
  });
});
