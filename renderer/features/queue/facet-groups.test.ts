import { describe, expect, it } from 'vitest';
import type { FacetOption } from '#renderer/app/board/filter-picks.ts';
import { type FacetGroup, fittingGroups, heldLine, linesOf } from './facet-groups.ts';

const option = (value: string, words = value): FacetOption => ({ value, words, count: 1, picked: false });
const groups: FacetGroup[] = [
  { facet: 'severity', options: [option('death', 'Maut'), option('injury', 'Cedera')] },
  { facet: 'state', options: [option('Negeri Sembilan'), option('Sarawak'), option('Johor')] },
];

describe('values while somebody types', () => {
  it('are those that hold every word, without the groups that have none', () => {
    const found = fittingGroups(groups, 'semb NEG');
    expect(found.map(({ facet, options }) => [facet, options.map(({ value }) => value)])).toEqual([
      ['state', ['Negeri Sembilan']],
    ]);
    expect(fittingGroups(groups, ' ')).toEqual(groups);
    expect(fittingGroups(groups, 'xyz')).toEqual([]);
  });

  it('are walked over the groups, beginning at the one whose first letters were typed', () => {
    const lines = linesOf(fittingGroups(groups, 'a'));
    expect(lines.map(({ id }) => id)).toEqual([
      'severity:death',
      'severity:injury',
      'state:Negeri_Sembilan',
      'state:Sarawak',
    ]);
    const s = linesOf(fittingGroups(groups, 's'));
    expect(heldLine(s, null, 's')?.value).toBe('Sarawak');
    expect(heldLine(s, 'state:Negeri_Sembilan', 's')?.value).toBe('Negeri Sembilan');
    expect(heldLine(s, 'gone', '')?.value).toBe('Negeri Sembilan');
    expect(heldLine([], null, '')).toBeUndefined();
  });
});
