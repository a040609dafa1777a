import type { Candidate } from '#shared/contract/view/desk.ts';
import { isRefused } from './carried-plan.ts';

/**
 * The cards of a rack from top to bottom: the suggested office first (key 1), the others as a hand sweeping down from the
 * rack would meet them, so that their leaders do not cross; offices that are nowhere to be seen after them, refusals last.
 * @param pointOf where an office shows, any px @param port where leaders reach the rack, in the same px
 */
export function rackOrder(
  candidates: readonly Candidate[],
  pointOf: (branch: string) => { x: number; y: number } | null,
  port: { x: number; y: number },
): Candidate[] {
  const keyed = candidates.map((candidate) => {
    const at = pointOf(candidate.branch);
    const angle = at ? Math.atan2(at.y - port.y, Math.max(1, Math.abs(at.x - port.x))) : Math.PI;
    if (isRefused(candidate)) return { candidate, angle: 2 * Math.PI };
    return { candidate, angle: candidate.suggested ? -Math.PI : angle };
  });
  return keyed.sort((a, b) => a.angle - b.angle).map(({ candidate }) => candidate);
}
