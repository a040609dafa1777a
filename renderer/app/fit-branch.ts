import type { Branch } from '#shared/domain/branch.ts';
import { lettersApart, slipsAllowed } from '#shared/kit/near-word.ts';
import { fold } from './board/filter-cases.ts';

/** What was typed, without accents, capitals and blanks at its ends. */
export function plainWords(text: string): string {
  return fold(text).trim();
}

/**
 * How well a branch answers plain words, lower being better: its code, a name, beginnings, parts, a name with one slip,
 * letters in order, a name with two slips; null not at all.
 */
export function fitOfBranch(branch: Branch, words: string): number | null {
  const code = branch.code.toLowerCase();
  const names = [...new Set([branch.short, branch.town, branch.name].map(plainWords))];
  if (code === words) return 0;
  if (names.some((name) => name === words)) return 1;
  if (names.some((name) => name.startsWith(words))) return 2;
  if (code.startsWith(words)) return 3;
  if (names.some((name) => name.split(/[\s-]+/).some((part) => part.startsWith(words)))) return 4;
  if (names.some((name) => name.includes(words))) return 5;
  const most = slipsAllowed(words.length);
  const apart = (name: string) =>
    Math.min(lettersApart(words, name, most), lettersApart(words, name.slice(0, Math.max(words.length, 1)), most));
  const slips = Math.min(...names.map(apart));
  if (most > 0 && slips <= 1) return 6;
  if (words.length > 1 && inOrder(names[0] ?? '', words)) return 7;
  return most > 0 && slips <= most ? 6 + slips : null;
}

/** True when every letter typed comes in the name in that order: `kblu` in `kota belud`. */
function inOrder(name: string, words: string): boolean {
  let from = 0;
  for (const letter of words) {
    const at = name.indexOf(letter, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}
