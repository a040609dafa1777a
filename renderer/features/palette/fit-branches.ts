import { fitOfBranch, plainWords } from '#renderer/app/fit-branch.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import type { Branch } from '#shared/domain/branch.ts';

/** A branch that may be meant, with what an assignment there would mean where the engine said so. */
export interface FittingBranch {
  branch: Branch;
  candidate: Candidate | null;
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
  const wanted = plainWords(words);
  const standing = new Map(candidates.map((one, at) => [one.branch, at + (one.refused ? candidates.length : 0)]));
  const found: (FittingBranch & { fit: number; at: number })[] = [];
  for (const branch of branches) {
    if (branch.role === 'headquarters') continue;
    const candidate = candidates.find((one) => one.branch === branch.code) ?? null;
    const fit = wanted === '' ? (candidate ? 0 : null) : fitOfBranch(branch, wanted);
    if (fit !== null) found.push({ branch, candidate, fit, at: standing.get(branch.code) ?? Number.MAX_SAFE_INTEGER });
  }
  return found
    .sort((a, b) => a.fit - b.fit || a.at - b.at || (a.branch.code < b.branch.code ? -1 : 1))
    .map(({ branch, candidate }) => ({ branch, candidate }));
}
