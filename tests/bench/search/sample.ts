import type { FieldWords } from '#engine/search/text-index.ts';
import { searchWords } from '#engine/search/words-of-case.ts';
import { loadGazetteer } from '#shared/geo/gazetteer.ts';
import { lots } from '../lots.ts';

/** A case of the bench: what it can be found by, and all of it as one text for the limit and the peers. */
export interface SampleCase {
  id: string;
  words: FieldWords;
  text: string;
  /** A word that stands in few others. */
  rare: string;
}

const FIRST =
  'Ahmad Aminah Azman Chong Devi Faridah Gopal Halimah Hamzah Ismail Jamilah Kamal Lim Mahathir Norhayati Osman Puteri Rajan Rosli Salleh Siti Tan Usop Wahid Yusof Zainab Zulkifli'.split(
    ' ',
  );
const KINDS = [
  'maut dihempap kren',
  'cedera jatuh dari bangunan',
  'maut renjatan elektrik',
  'hilang nahas bot',
  'cedera letupan dandang',
  'maut nahas lori',
];
const SYLLABLES =
  'ba da fa ga ha ja ka la ma na pa ra sa ta wa ya bi di hi ki li mi ni ri si ti bu du gu ju ku lu mu nu ru su tu'.split(
    ' ',
  );

/** So many invented cases: a number, a place of the gazetteer, a kind, two people, a report. */
export function sampleCases(count: number): SampleCase[] {
  const lot = lots(7);
  const places = loadGazetteer();
  const pick = <T>(list: readonly T[]) => list[lot(list.length)] as T;
  const surname = () => Array.from({ length: 4 }, () => pick(SYLLABLES)).join('');
  return Array.from({ length: count }, (_, at) => {
    const place = pick(places);
    const rare = surname();
    const number = `2026-${String(at).padStart(6, '0')}`;
    const people = `${pick(FIRST)} bin ${rare} ${pick(FIRST)} binti ${surname()}`;
    const what = pick(KINDS);
    const report = `Seorang pekerja ${what} di ${place.name} pagi tadi, kata jurucakap bomba ${pick(FIRST)}`;
    const where = `${place.name} ${place.state}`;
    const words: FieldWords = {
      number: searchWords(number),
      where: searchWords(where),
      what: searchWords(what),
      lead: ['unassigned'],
      people: searchWords(people),
      report: searchWords(report),
      note: [],
    };
    return { id: String(at), words, text: Object.values(words).flat().join(' '), rare };
  });
}

/** What people type: a place, a name, two words, a beginning. */
export function sampleQueries(cases: readonly SampleCase[], count: number): string[][] {
  const lot = lots(11);
  return Array.from({ length: count }, (_, at) => {
    const { words, rare } = cases[lot(cases.length)] as SampleCase;
    const where = words.where[0] ?? '';
    if (at % 4 === 0) return [rare];
    if (at % 4 === 1) return [where];
    if (at % 4 === 2) return [words.what[0] ?? '', where];
    return [rare.slice(0, 5), words.people[0] ?? ''];
  });
}

/** The word with one letter left out, doubled, changed or swapped with the next; never the first. */
export function misspelt(word: string, lot: (below: number) => number): string {
  const at = 1 + lot(word.length - 2);
  const [before, letter, next, rest] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 2)];
  switch (lot(4)) {
    case 0:
      return `${before}${next}${rest}`;
    case 1:
      return `${before}${letter}${letter}${next}${rest}`;
    case 2:
      return `${before}${letter === 'e' ? 'o' : 'e'}${next}${rest}`;
    default:
      return `${before}${next}${letter}${rest}`;
  }
}
