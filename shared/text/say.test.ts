import { describe, expect, expectTypeOf, it } from 'vitest';
import { say, sayKey, sayRef } from './say.ts';
import type { ParamNames } from './words.ts';

const now = Date.parse('2026-11-23T14:32:00+08:00');
const names = { now, branch: (code: string) => (code === 'SBN' ? 'Seremban' : code), person: () => 'N. Hamid' };

describe('say', () => {
  it('speaks both languages', () => {
    expect(say('ms', 'urgency.missed')).toBe('Lewat');
    expect(say('en', 'urgency.missed')).toBe('Late');
    expect(say('ms', 'event.incident.placed', { place: 'Nilai' })).toBe('Tempat ditetapkan: Nilai');
    expect(say('en', 'event.case.opened', { ordinal: 2, severity: { t: 'key', v: 'severity.death' } })).toBe(
      'Case of victim 2 opened: Fatal',
    );
  });

  it('takes any key of a family', () => {
    const kind = 'road' as 'road' | 'fire';
    expect(say('ms', `kind.short.${kind}`)).toBe('Nahas jalan raya');
  });

  it('knows the parameters of a template by its type', () => {
    expectTypeOf<ParamNames<'from {a} to {b}, {n|one|many}'>>().toEqualTypeOf<'a' | 'b' | 'n'>();
    expectTypeOf<ParamNames<'nothing'>>().toEqualTypeOf<never>();
    expectTypeOf<'event.case.noted'>().toExtend<Parameters<typeof say>[1]>();
    expectTypeOf<'event.case.notes'>().not.toExtend<Parameters<typeof say>[1]>();
  });
});

describe('sayRef', () => {
  it('turns references into words, each in its own way', () => {
    const message = {
      key: 'event.case.payment-made',
      params: { benefit: { t: 'key', v: 'benefit.funeral' }, amount: { t: 'money', v: 300_000 } },
    } as const;
    expect(sayRef('ms', message)).toBe('Faedah Pengurusan Mayat dibayar, RM3,000.00');
    expect(sayRef('en', message)).toBe('Funeral benefit paid, RM3,000.00');
    const assigned = { key: 'event.case.assigned', params: { branch: { t: 'branch', v: 'SBN' } } } as const;
    expect(sayRef('ms', assigned, names)).toBe('Diagihkan kepada Seremban');
    expect(sayRef('ms', assigned)).toBe('Diagihkan kepada SBN');
    const near = {
      key: 'route.nearest-in-state',
      params: { state: { t: 'text', v: 'Negeri Sembilan' }, km: { t: 'km', v: 18.4 } },
    } as const;
    expect(sayRef('ms', near)).toBe('terdekat dalam negeri Negeri Sembilan, 18 km');
  });

  it('says times of today without their date', () => {
    const params = {
      reason: { t: 'key', v: 'pause.hospital' },
      person: { t: 'text', v: 'Aminah' },
      from: { t: 'time', v: now - 3_600_000 },
    } as const;
    expect(sayRef('en', { key: 'clock.step.pause-open', params }, names)).toBe(
      'Paused by Aminah (so far): Still in hospital, since 13:32',
    );
    expect(sayRef('en', { key: 'clock.step.pause-open', params })).toContain('since 23 Nov 2026 13:32');
  });

  it('shows what it does not know instead of hiding it', () => {
    expect(sayRef('ms', { key: 'no.such-key' })).toBe('⟦no.such-key⟧');
    expect(sayKey('ms', 'constructor')).toBe('⟦constructor⟧');
    expect(sayRef('ms', { key: 'event.case.assigned' })).toBe('Diagihkan kepada ⟦branch⟧');
    expect(sayRef('ms', { key: 'event.unknown', params: { type: { t: 'text', v: '{branch} $& $1' } } })).toContain(
      '({branch} $& $1)',
    );
  });
});

it('says of a clock that another branch ended what ended it', () => {
  expect(say('en', 'clock.ended.replaced')).toBe('Ended: another branch took over');
  expect(say('ms', 'clock.ended.replaced')).toBe('Tamat: cawangan lain mengambil alih');
});
