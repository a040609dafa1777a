import { lettersApart, slipsAllowed } from '#shared/kit/near-word.ts';

/** Terms a misspelt word may have been meant as. */
const MOST = 6;

/** Words that exist, to find those that a misspelt one is nearest to. */
export class NearTerms {
  readonly #byLength = new Map<number, { terms: string[]; letters: number[] }>();

  add(term: string): void {
    // A number that is nearly right is another number.
    if (term.length < 4 || /\d/.test(term)) return;
    let group = this.#byLength.get(term.length);
    if (!group) {
      group = { terms: [], letters: [] };
      this.#byLength.set(term.length, group);
    }
    group.terms.push(term);
    group.letters.push(lettersOf(term));
  }

  /** The nearest, those with fewest slips first; none for short words and numbers. */
  of(word: string): string[] {
    const most = slipsAllowed(word.length);
    if (most === 0 || /\d/.test(word)) return [];
    const letters = lettersOf(word);
    const found: { term: string; apart: number }[] = [];
    for (let length = word.length - most; length <= word.length + most; length++) {
      const group = this.#byLength.get(length);
      if (!group) continue;
      for (let at = 0; at < group.terms.length; at++) {
        // Each slip changes at most two of the letters that occur.
        if (bits((group.letters[at] ?? 0) ^ letters) > 2 * most) continue;
        const term = group.terms[at] ?? '';
        const apart = lettersApart(word, term, most);
        if (apart <= most) found.push({ term, apart });
      }
    }
    found.sort((a, b) => a.apart - b.apart || Number(b.term[0] === word[0]) - Number(a.term[0] === word[0]));
    const least = found[0]?.apart ?? 0;
    return found
      .filter(({ apart }) => apart === least)
      .slice(0, MOST)
      .map(({ term }) => term);
  }
}

/** Which letters occur, a bit each. */
function lettersOf(term: string): number {
  let letters = 0;
  for (let at = 0; at < term.length; at++) letters |= 1 << (term.charCodeAt(at) % 31);
  return letters;
}

function bits(value: number): number {
  let left = value;
  let count = 0;
  while (left !== 0) {
    left &= left - 1;
    count += 1;
  }
  return count;
}
