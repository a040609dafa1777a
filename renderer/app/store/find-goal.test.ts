import { describe, expect, it } from 'vitest';
import { aRow } from '../board/sample-rows.ts';
import { findGoal } from './find-goal.ts';

const NOW = Date.UTC(2026, 10, 23);
const known = aRow({ case: 'k', number: '2026-000041', place: 'Nilai', lat: 2.8, lon: 101.8 });
const nowhere = aRow({ case: 'n', place: null, lat: null, lon: null });
const rows = new Map([known, nowhere].map((row) => [row.case, row]));

describe('findGoal', () => {
  it('knows offices by code, cases by id, states by name, and any place by its degrees', () => {
    expect(findGoal({ branch: 'KKR' }, rows, NOW)).toMatchObject({ name: 'KKR Kuala Krai', extent: null });
    expect(findGoal({ caseId: 'k' }, rows, NOW)).toEqual({
      lat: 2.8,
      lon: 101.8,
      name: '41 Nilai',
      zoom: null,
      extent: null,
    });
    expect(findGoal({ lat: 5, lon: 118, zoom: 9, name: 'Lahad Datu' }, null, NOW)).toMatchObject({
      lat: 5,
      lon: 118,
      zoom: 9,
    });
    const johor = findGoal({ state: 'Johor' }, rows, NOW);
    expect(johor?.extent).toMatchObject({ south: expect.closeTo(1.26, 0), north: expect.closeTo(2.8, 0) });
    expect(johor?.lat).toBeCloseTo(2, 0);
  });

  it('knows nothing of other words, and of a case without a place', () => {
    for (const to of [{ branch: 'QQQ' }, { caseId: 'x' }, { caseId: 'n' }, { state: 'Atlantis' }])
      expect(findGoal(to, rows, NOW)).toBeNull();
  });
});
