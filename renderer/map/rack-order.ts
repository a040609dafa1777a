import type { Candidate } from '#shared/contract/view/desk.ts';
import { isRefused } from './carried-plan.ts';

/**
 * The cards of a rack from top to bottom, as the list of the assign dialog has them: the engine's order (suggested, the
 * heirs' office, then by distance), refusals last. One number means one office, wherever it is chosen.
 */
export function rackOrder(candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted((a, b) => Number(isRefused(a)) - Number(isRefused(b)));
}
