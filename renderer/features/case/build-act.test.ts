import { describe, expect, it } from 'vitest';
import { buildAct } from './build-act.ts';

const id = '01890000-0000-7000-8000-000000000001';
const now = Date.parse('2026-11-23T14:32:00+08:00');
const desk = { now, forSquad: true };

describe('buildAct', () => {
  it('turns ringgit into sen and the time into Malaysia time', () => {
    expect(
      buildAct(
        'pay',
        id,
        { benefit: 'funeral', amount: 'RM3,000', payee: ' Siti ', how: 'phone', by: '', when: '14:05' },
        desk,
      ),
    ).toEqual({
      ok: true,
      act: { kind: 'pay', cases: [id], benefit: 'funeral', amountSen: 300_000, payee: 'Siti', told: { how: 'phone' } },
      happenedAt: '2026-11-23T14:05:00+08:00',
    });
  });

  it('names every field at fault', () => {
    expect(buildAct('pay', id, { amount: '12.345', when: '15:00' }, desk)).toEqual({
      ok: false,
      errors: { benefit: 'form.needed', how: 'form.needed', amount: 'form.amount.wrong', when: 'form.when.future' },
    });
  });

  it('does not ask a squad who told it', () => {
    expect(buildAct('acknowledge', id, { how: 'phone' }, { now, forSquad: false })).toEqual({
      ok: true,
      act: { kind: 'acknowledge', cases: [id] },
      happenedAt: undefined,
    });
  });

  it('asks for words when the reason of a pause is "other", and takes a coming time only', () => {
    expect(buildAct('pause', id, { pauseReason: 'other', until: 'semalam 10:00' }, desk)).toEqual({
      ok: false,
      errors: { text: 'form.needed', until: 'form.until.past' },
    });
    expect(buildAct('pause', id, { pauseReason: 'hospital', until: 'esok 09:00' }, desk)).toMatchObject({
      ok: true,
      act: { reason: 'hospital', until: '2026-11-24T09:00:00+08:00' },
    });
  });

  it('asks when a family that is not ready is seen again; other pauses may have no end', () => {
    expect(buildAct('pause', id, { pauseReason: 'family-not-ready' }, desk)).toEqual({
      ok: false,
      errors: { until: 'form.until.needed' },
    });
    expect(buildAct('pause', id, { pauseReason: 'family-not-ready', until: 'esok 10:00' }, desk).ok).toBe(true);
    expect(buildAct('pause', id, { pauseReason: 'police-report' }, desk).ok).toBe(true);
  });

  it('wants at least one thing of a description', () => {
    expect(buildAct('triage', id, {}, desk)).toEqual({ ok: false, errors: { severity: 'form.nothing' } });
    expect(buildAct('triage', id, { priority: 'high' }, desk)).toMatchObject({
      act: { kind: 'triage', priority: 'high' },
    });
  });

  it('addresses a description to the one case', () => {
    expect(buildAct('describe-victim', id, { age: '34' }, desk)).toMatchObject({ act: { case: id, age: 34 } });
    expect(buildAct('describe-victim', id, { age: '134' }, desk)).toMatchObject({ errors: { age: 'form.age.wrong' } });
  });
});
