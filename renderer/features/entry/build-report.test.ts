import { describe, expect, it } from 'vitest';
import { buildReport, EMPTY_ENTRY, isUntouched } from './build-report.ts';

const now = Date.parse('2026-11-23T14:32:00+08:00');
const form = { ...EMPTY_ENTRY, text: ' Buruh maut dihempap kren ' };

describe('buildReport', () => {
  it('needs nothing but what was heard', () => {
    expect(buildReport(form, now)).toEqual({
      ok: true,
      act: { kind: 'report', text: 'Buruh maut dihempap kren', source: 'hotline' },
    });
  });

  it('carries what was filled in and nothing else', () => {
    const place = { name: 'Nilai', state: 'Negeri Sembilan', lat: 2.8, lon: 101.8, confidence: 1 };
    const filled = {
      ...form,
      place,
      placeName: 'Nilai',
      victims: '2',
      published: '13:01',
      phone: '012',
      severity: 'death',
    };
    expect(buildReport(filled, now)).toMatchObject({
      act: {
        place,
        victims: 2,
        publishedAt: '2026-11-23T13:01:00+08:00',
        reporter: { phone: '012' },
        severity: 'death',
      },
    });
    expect(buildReport({ ...form, placeName: 'Ulu Beram' }, now)).toMatchObject({ act: { placeName: 'Ulu Beram' } });
  });

  it('names every field at fault', () => {
    expect(buildReport({ ...EMPTY_ENTRY, victims: '0', published: '15:00' }, now)).toEqual({
      ok: false,
      errors: { text: 'entry.text.needed', victims: 'entry.victims.wrong', published: 'form.when.future' },
    });
  });
});

describe('isUntouched', () => {
  it('counts words, not the source', () => {
    expect(isUntouched({ ...EMPTY_ENTRY, source: 'press' })).toBe(true);
    expect(isUntouched(form)).toBe(false);
  });
});
