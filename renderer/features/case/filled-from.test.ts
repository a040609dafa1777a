import { describe, expect, it } from 'vitest';
import type { Act } from '#shared/contract/acts.ts';
import { buildAct } from './build-act.ts';
import { filledFrom, onSameCases } from './filled-from.ts';
import type { FormAct } from './form-fields.ts';

const CASE = '01900000-0000-7000-8000-000000000001';
const OTHER = '01900000-0000-7000-8000-000000000002';
const now = Date.parse('2026-11-23T14:30:00+08:00');
const happenedAt = '2026-11-22T22:10:00.000+08:00';
const cases = [CASE];
const told = { how: 'phone', by: 'Pn. Halimah' } as const;
const acts: (Act & { kind: FormAct })[] = [
  { kind: 'triage', cases, severity: 'injury', priority: 'high', grade: 'confirmed' },
  { kind: 'pay', cases, benefit: 'funeral', amountSen: 300_050, payee: 'Suami', told },
  { kind: 'decide-eligibility', cases, benefit: 'funeral', eligible: false, told },
  { kind: 'pause', cases, reason: 'other', until: '2026-11-24T09:00:00+08:00', text: 'Banjir' },
  { kind: 'describe-victim', case: CASE, name: 'Contoh bin Ujian', age: 39, sex: 'male' },
  { kind: 'note', cases, text: 'Hubungi majikan' },
];

describe('a form filled from a refused act', () => {
  it.each(acts.flatMap((act) => [['ms', act] as const, ['en', act] as const]))(
    'says the same again: %s',
    (lang, act) => {
      const values = filledFrom({ of: OTHER, act, happenedAt }, lang, now);
      const built = buildAct(act.kind, CASE, values, { now, forSquad: true });
      if (!built.ok) throw new Error(JSON.stringify(built.errors));
      expect(normal(built.act)).toEqual(normal(act));
      if (values.how !== undefined) expect(Date.parse(built.happenedAt ?? '')).toBe(Date.parse(happenedAt));
    },
  );

  it('goes to every case the refused one was made on', () => {
    const refused: Act = { kind: 'note', cases: [CASE, OTHER], text: 'a' };
    expect(onSameCases({ kind: 'note', cases, text: 'b' }, refused)).toEqual({ ...refused, text: 'b' });
  });
});

/** Moments compare as moments. */
function normal(act: Act): unknown {
  return 'until' in act && act.until ? { ...act, until: Date.parse(act.until) } : act;
}
