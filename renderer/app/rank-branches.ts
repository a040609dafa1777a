import type { Candidate } from '#shared/contract/view/desk.ts';
import type { Branch } from '#shared/domain/branch.ts';
import { fitOfBranch, plainWords } from './fit-branch.ts';

/** A branch to choose, with what the drop would mean where the engine said so. */
export interface BranchChoice {
  branch: Branch;
  candidate: Candidate | null;
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
  const words = plainWords(query);
  const place = new Map(candidates.map((one, index) => [one.branch, index]));
  const choices = branches
    .filter((branch) => branch.role !== 'headquarters')
    .map((branch) => ({ branch, candidate: candidates[place.get(branch.code) ?? -1] ?? null }));
  const standing = ({ candidate, branch }: BranchChoice) => {
    if (candidate === null) return branches.length;
    return (place.get(branch.code) ?? 0) + (candidate.refused ? branches.length - 1 - candidates.length : 0);
  };
  const fits = new Map(choices.map((one) => [one, words === '' ? 0 : fitOfBranch(one.branch, words)]));
  return choices
    .filter((one) => fits.get(one) !== null)
    .sort(
      (a, b) =>
        (fits.get(a) ?? 0) - (fits.get(b) ?? 0) ||
        standing(a) - standing(b) ||
        (a.branch.code < b.branch.code ? -1 : 1),
    );
}
