import { type BranchChoice, rankBranches } from '#renderer/app/rank-branches.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import type { Branch } from '#shared/domain/branch.ts';

/** Branches for the words typed as they are ranked everywhere; without words the candidates alone. */
export function fitBranches(
  words: string,
  candidates: readonly Candidate[],
  branches: readonly Branch[],
): BranchChoice[] {
  const ranked = rankBranches(words, candidates, branches);
  return words.trim() === '' ? ranked.filter(({ candidate }) => candidate !== null) : ranked;
}
