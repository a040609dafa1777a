import type { Candidate } from '#shared/contract/view/desk.ts';
import type { Branch } from '#shared/domain/branch.ts';
import { lettersApart, slipsAllowed } from '#shared/kit/near-word.ts';

/** A branch that may be meant, with what an assignment there would mean where the engine said so. */
export interface FittingBranch {
  branch: Branch;
  candidate: Candidate | null;
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim();

/** How well a branch answers the words: 0 its code, then beginnings, then parts, then misspelt; null not at all. */
function fitOf(branch: Branch, words: string): number | null {
  const code = branch.code.toLowerCase();
  const names = [...new Set([branch.short, branch.town, branch.name].map(plain))];
  if (code === words) return 0;
  if (names.some((name) => name === words)) return 1;
  if (names.some((name) => name.startsWith(words))) return 2;
  if (code.startsWith(words)) return 3;
  if (names.some((name) => name.split(/[\s-]+/).some((part) => part.startsWith(words)))) return 4;
  const most = slipsAllowed(words.length);
  const slips = Math.min(...names.map((name) => lettersApart(words, name.slice(0, Math.max(words.length, 1)), most)));
  const whole = Math.min(...names.map((name) => lettersApart(words, name, most)));
  const least = Math.min(slips, whole);
  return most > 0 && least <= most ? 4 + least : null;
}

/**
 * Branches for the words typed, the best fit first; of equal fits the engine's candidates in their own order, those that
 * refuse last. Without words the candidates alone. Headquarters never leads.
 */
export function fitBranches(
  words: string,
  candidates: readonly Candidate[],
  branches: readonly Branch[],
): FittingBranch[] {
  const wanted = plain(words);
  const standing = new Map(candidates.map((one, at) => [one.branch, at + (one.refused ? candidates.length : 0)]));
  const found: (FittingBranch & { fit: number; at: number })[] = [];
  for (const branch of branches) {
    if (branch.role === 'headquarters') continue;
    const candidate = candidates.find((one) => one.branch === branch.code) ?? null;
    const fit = wanted === '' ? (candidate ? 0 : null) : fitOf(branch, wanted);
    if (fit !== null) found.push({ branch, candidate, fit, at: standing.get(branch.code) ?? Number.MAX_SAFE_INTEGER });
  }
  return found
    .sort((a, b) => a.fit - b.fit || a.at - b.at || (a.branch.code < b.branch.code ? -1 : 1))
    .map(({ branch, candidate }) => ({ branch, candidate }));
}
