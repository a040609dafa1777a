import type { Carried } from '#renderer/app/desk-context.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import type { Wash } from './paint-wash.ts';

/** True when this office may not take the case. */
export function isRefused(candidate: Candidate): boolean {
  return candidate.refused !== null || candidate.verdict === 'no';
}

/** True when the office may take what is carried; one that is not among the candidates is left to the desk to judge. */
export function mayDrop(candidates: readonly Candidate[], branch: string): boolean {
  const candidate = candidates.find((one) => one.branch === branch);
  return candidate === undefined || !isRefused(candidate);
}

/** How catchments stand out now: while carrying the candidates and the target, else the hovered and the selected lead's. */
export function washesOf(
  carried: Carried | null,
  candidates: readonly Candidate[],
  hovered: string | null,
  lead: string | null,
): Wash[] {
  if (!carried) {
    const washes: Wash[] = [];
    if (lead !== null && lead !== hovered) washes.push({ branch: lead, kind: 'lead' });
    if (hovered !== null) washes.push({ branch: hovered, kind: 'hover' });
    return washes;
  }
  const washes = candidates
    .filter(({ branch }) => branch !== carried.target)
    .map(({ branch }): Wash => ({ branch, kind: mayDrop(candidates, branch) ? 'candidate' : 'refused' }));
  const { target } = carried;
  if (target !== null)
    washes.push({ branch: target, kind: mayDrop([...candidates, ...carried.asked], target) ? 'hover' : 'refused' });
  return washes;
}

/** Offices whose square and code are lit: those whose catchments stand out and are not refused. */
export function litBranches(washes: readonly Wash[]): ReadonlySet<string> {
  return new Set(washes.filter(({ kind }) => kind !== 'refused').map(({ branch }) => branch));
}
