import { describe, expect, it } from 'vitest';
import { SortedTerms } from './sorted-terms.ts';

describe('SortedTerms', () => {
  it('finds what begins alike among words of before and of just now, asked at any time', () => {
    const terms = new SortedTerms();
    const all: string[] = [];
    for (let n = 0; n < 10_000; n++) {
      const term = `${String.fromCharCode(97 + ((n * 7) % 26))}${(n * 7_919) % 10_007}`;
      terms.add(term);
      all.push(term);
      if (n % 1_500 !== 0) continue;
      const word = term.slice(0, 2);
      const found = terms.beginningWith(word, 1_000_000);
      expect(found.toSorted()).toEqual(all.filter((one) => one.startsWith(word)).toSorted());
    }
    expect(terms.beginningWith('q', 5)).toHaveLength(5);
    expect(terms.beginningWith('~', 5)).toEqual([]);
  });
});
