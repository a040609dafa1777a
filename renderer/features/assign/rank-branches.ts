import type { Candidate } from '#shared/contract/view/desk.ts';
import type { Branch } from '#shared/domain/branch.ts';

/** A branch to choose, with what the drop would mean where the engine said so. */
export interface BranchChoice {
  branch: Branch;
  candidate: Candidate | null;
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim();

/** How well a branch answers the words typed: 0 best, null not at all. */
function fitOf(branch: Branch, words: string): number | null {
  const code = branch.code.toLowerCase();
  const names = [branch.short, branch.town, branch.name].map(plain);
  if (code === words) return 0;
  if (names.some((name) => name.startsWith(words))) return 1;
  if (code.startsWith(words)) return 2;
  if (names.some((name) => name.split(/[\s-]+/).some((part) => part.startsWith(words)))) return 3;
  if (names.some((name) => name.includes(words))) return 4;
  return words.length > 1 && inOrder(names[0] ?? '', words) ? 5 : null;
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

/**
 * Branches for the words typed. Without words the candidates as the engine orders them, those that refuse last, then
 * the other branches by code. With words the best fit first; of equal fits candidates first. Headquarters never leads.
 */
export function rankBranches(
  query: string,
  candidates: readonly Candidate[],
  branches: readonly Branch[],
): BranchChoice[] {
  const words = plain(query);
  const place = new Map(candidates.map((one, index) => [one.branch, index]));
  const choices = branches
    .filter((branch) => branch.role !== 'headquarters')
    .map((branch) => ({ branch, candidate: candidates[place.get(branch.code) ?? -1] ?? null }));
  const standing = ({ candidate, branch }: BranchChoice) => {
    if (candidate === null) return branches.length;
    return (place.get(branch.code) ?? 0) + (candidate.refused ? branches.length - 1 - candidates.length : 0);
  };
  const fits = new Map(choices.map((one) => [one, words === '' ? 0 : fitOf(one.branch, words)]));
  return choices
    .filter((one) => fits.get(one) !== null)
    .sort(
      (a, b) =>
        (fits.get(a) ?? 0) - (fits.get(b) ?? 0) ||
        standing(a) - standing(b) ||
        (a.branch.code < b.branch.code ? -1 : 1),
    );
}
