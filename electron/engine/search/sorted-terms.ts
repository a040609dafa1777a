/** Terms that came lately are kept apart until there are so many: each search would else order all anew. */
const FRESH = 4_096;

/** Words that exist, by the alphabet, to find those that begin alike. */
export class SortedTerms {
  #sorted: string[] = [];
  #fresh: string[] = [];
  #inOrder = true;

  /** Adds a word that is not among them. */
  add(term: string): void {
    this.#fresh.push(term);
    this.#inOrder = false;
  }

  /** Those that begin with the word, at most `most`; each part of them by the alphabet. */
  beginningWith(word: string, most: number): string[] {
    this.#settle();
    const found = beginning(this.#sorted, word, most);
    return found.length < most ? [...found, ...beginning(this.#fresh, word, most - found.length)] : found;
  }

  #settle(): void {
    if (this.#inOrder) return;
    this.#inOrder = true;
    this.#fresh.sort();
    if (this.#fresh.length < FRESH) return;
    this.#sorted = merged(this.#sorted, this.#fresh);
    this.#fresh = [];
  }
}

function beginning(sorted: readonly string[], word: string, most: number): string[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let at = low; at < sorted.length && found.length < most; at++) {
    const term = sorted[at] ?? '';
    if (!term.startsWith(word)) break;
    found.push(term);
  }
  return found;
}

function merged(a: readonly string[], b: readonly string[]): string[] {
  const all: string[] = [];
  let at = 0;
  for (const term of b) {
    while (at < a.length && (a[at] ?? '') < term) all.push(a[at++] ?? '');
    all.push(term);
  }
  return all.concat(a.slice(at));
}
