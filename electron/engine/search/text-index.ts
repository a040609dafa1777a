import { NearTerms } from './near-terms.ts';
import { SortedTerms } from './sorted-terms.ts';

/** Parts of a case that words are looked for in, those that say most first. */
export const SEARCH_FIELDS = ['number', 'people', 'where', 'what', 'lead', 'report', 'note'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];
export type FieldWords = Readonly<Record<SearchField, readonly string[]>>;

export interface IndexHit {
  id: string;
  /** Where each of the words was found, the first such part. */
  fields: SearchField[];
}

export interface IndexAnswer {
  hits: IndexHit[];
  /** Words that stand nowhere, and the nearest that do. */
  slips: { typed: string; meant: string[] }[];
}

/** How much a word says that was found in a part; whole words say twice as much as beginnings. */
const WEIGHT: Readonly<Record<SearchField, number>> = {
  number: 16,
  people: 8,
  where: 6,
  what: 4,
  lead: 3,
  report: 2,
  note: 2,
};
/** Cases that are ranked at least; of more the latest put in. */
const RANKED = 100;
/** Cases looked at to find them. */
const LOOKED_AT = 8_000;
/** Terms that one beginning may stand for. */
const BEGUN = 400;

interface Doc {
  id: string;
  /** The words of each part, with a blank before and after each. */
  parts: readonly string[];
}

/**
 * Words of cases in memory, by their beginnings, misspelt ones by the nearest that exist. Nothing of it is ever written
 * anywhere. What was taken out stays out of every answer at once, and out of memory after the next clearing.
 */
export class TextIndex {
  #docs: (Doc | null)[] = [];
  #places = new Map<string, number>();
  #terms = new Map<string, number[]>();
  #sorted = new SortedTerms();
  #near = new NearTerms();
  #gone = 0;

  get size(): number {
    return this.#places.size;
  }

  /** The cases in it. */
  ids(): string[] {
    return [...this.#places.keys()];
  }

  /** Puts a case in, in place of what was known of it. Words are folded by the caller. */
  put(id: string, words: FieldWords): void {
    const parts = SEARCH_FIELDS.map((field) => ` ${words[field].join(' ')} `);
    const known = this.#places.get(id);
    if (known !== undefined && this.#docs[known]?.parts.every((part, at) => part === parts[at])) return;
    this.drop(id);
    const place = this.#docs.length;
    this.#docs.push({ id, parts });
    this.#places.set(id, place);
    for (const term of new Set(SEARCH_FIELDS.flatMap((field) => words[field]))) {
      const places = this.#terms.get(term);
      if (places) places.push(place);
      else {
        this.#terms.set(term, [place]);
        this.#sorted.add(term);
        this.#near.add(term);
      }
    }
  }

  drop(id: string): void {
    const place = this.#places.get(id);
    if (place === undefined) return;
    this.#docs[place] = null;
    this.#places.delete(id);
    this.#gone += 1;
    if (this.#gone > 1_000 && this.#gone > this.#places.size / 4) this.clear();
  }

  /** Forgets what was taken out, its words too. */
  clear(): void {
    const docs = this.#docs.filter((doc) => doc !== null);
    this.#docs = [];
    this.#places = new Map();
    this.#terms = new Map();
    this.#sorted = new SortedTerms();
    this.#near = new NearTerms();
    this.#gone = 0;
    for (const { id, parts } of docs) {
      const words = Object.fromEntries(
        SEARCH_FIELDS.map((field, at) => [field, (parts[at] ?? '').split(' ').filter(Boolean)]),
      );
      this.put(id, words as Record<SearchField, string[]>);
    }
  }

  /** Cases with every one of these words, in any order and part; the best first, at most `limit`. */
  find(words: readonly string[], limit: number): IndexAnswer {
    const slips: IndexAnswer['slips'] = [];
    const wanted = words.map((word) => {
      const begun = this.#sorted.beginningWith(word, BEGUN);
      if (begun.length > 0) return { stems: [` ${word}`], terms: begun };
      const meant = this.#near.of(word);
      slips.push({ typed: word, meant });
      return { stems: meant.map((term) => ` ${term} `), terms: meant };
    });
    const rarest = wanted
      .map(({ terms }) => ({
        terms,
        count: terms.reduce((sum, term) => sum + (this.#terms.get(term)?.length ?? 0), 0),
      }))
      .sort((a, b) => a.count - b.count)[0];
    if (!rarest || rarest.count === 0) return { hits: [], slips };
    const stems = wanted.map((one) => one.stems);
    const most = Math.max(RANKED, limit);
    const found: { hit: IndexHit; score: number; place: number }[] = [];
    let before = -1;
    for (const place of latest(rarest.terms.map((term) => this.#terms.get(term) ?? []))) {
      if (place === before) continue;
      before = place;
      const doc = this.#docs[place];
      const hit = doc && rank(doc, stems);
      if (hit) found.push({ ...hit, place });
      if (found.length >= most) break;
    }
    found.sort((a, b) => b.score - a.score || b.place - a.place);
    return { hits: found.slice(0, limit).map(({ hit }) => hit), slips };
  }
}

/** Places of several ascending lists, the latest first, not more than are looked at; equal ones stand together. */
function latest(lists: readonly (readonly number[])[]): Iterable<number> {
  const [only] = lists;
  const all = lists.length === 1 && only ? only.slice(-LOOKED_AT).reverse() : null;
  if (all) return all;
  const each = Math.ceil(LOOKED_AT / lists.length);
  const merged = Uint32Array.from(lists.flatMap((list) => (list.length > each ? list.slice(-each) : list)));
  return merged.sort().reverse();
}

function rank({ id, parts }: Doc, wanted: readonly (readonly string[])[]): { hit: IndexHit; score: number } | null {
  const fields: SearchField[] = [];
  let score = 0;
  for (const stems of wanted) {
    let best: SearchField | undefined;
    let weight = 0;
    for (const stem of stems) {
      // Parts stand by what they say: the first that has the whole word is worth most.
      for (let at = 0; at < parts.length; at++) {
        const part = parts[at] ?? '';
        const from = part.indexOf(stem);
        if (from < 0) continue;
        const whole = stem.endsWith(' ') || part[from + stem.length] === ' ';
        const field = SEARCH_FIELDS[at] ?? 'note';
        const worth = WEIGHT[field] * (whole ? 2 : 1);
        if (worth > weight) [best, weight] = [field, worth];
        if (whole) break;
      }
    }
    if (best === undefined) return null;
    if (!fields.includes(best)) fields.push(best);
    score += weight;
  }
  return { hit: { id, fields }, score };
}
