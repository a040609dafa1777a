import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskIdNumber, maskName, maskPhone, maskText } from './mask.ts';

describe('masking', () => {
  it('keeps first letters and how a name is joined', () => {
    expect(maskName('Mohd Ali bin Abu')).toBe('M••••• A••••• b. A•••••');
    expect(maskName('Siti binti Omar')).toBe('S••••• bt. O•••••');
    expect(maskName('Ravi a/l Kumar')).toBe('R••••• a/l K•••••');
    expect(maskName('Ravi a/l Kumar (demo)')).toBe('R••••• a/l K••••• (demo)');
    expect(maskName('lim ah kow')).toBe('L••••• A••••• K•••••');
  });

  it('shows two signs of numbers', () => {
    expect(maskIdNumber('800101-99-1241')).toBe('••••••-••-••41');
    expect(maskIdNumber('A1234567')).toBe('•••••67');
    expect(maskPhone('+60 12-345 6789')).toBe('•••-•••••89');
  });

  it('masks what names a person inside free text', () => {
    const text = 'ABU BAKAR (800101-99-1241), tel 012-3456789, maut di KM 32.5 pada 2026-11-23';
    expect(maskText(text, ['Abu Bakar', null])).toBe(
      'A••••• B••••• (••••••-••-••41), tel •••-•••••89, maut di KM 32.5 pada 2026-11-23',
    );
  });

  it('never lets twelve digits of an identity number through', () => {
    const number = fc.tuple(
      fc.integer({ min: 0, max: 999_999 }),
      fc.integer({ min: 0, max: 99 }),
      fc.integer({ min: 0, max: 9_999 }),
    );
    fc.assert(
      fc.property(number, fc.constantFrom('', '-', ' '), ([a, b, c], dash) => {
        const id = [String(a).padStart(6, '0'), String(b).padStart(2, '0'), String(c).padStart(4, '0')].join(dash);
        expect(maskText(`Mangsa ${id} dibawa ke hospital`, [])).not.toContain(id);
      }),
    );
  });
});
