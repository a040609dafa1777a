import type { Candidate } from '#shared/contract/view/desk.ts';
import { isRefused } from './carried-plan.ts';

interface Point {
  x: number;
  y: number;
}

/**
 * The cards of a rack from top to bottom: the suggested office first (key 1), the others so that no two leaders cross,
 * offices that are nowhere to be seen after them, refusals last.
 * @param pointOf where an office shows, any px @param rack where leaders reach the rack and how far it goes down, same px
 */
export function rackOrder(
  candidates: readonly Candidate[],
  pointOf: (branch: string) => Point | null,
  rack: Point & { height: number },
): Candidate[] {
  const keyed = candidates.map((candidate) => {
    const at = pointOf(candidate.branch);
    const rank = isRefused(candidate) ? 3 : candidate.suggested ? 0 : at ? 1 : 2;
    return { candidate, at, rank };
  });
  keyed.sort((a, b) => a.rank - b.rank || (a.at?.y ?? 0) - (b.at?.y ?? 0));
  const step = rack.height / Math.max(1, keyed.length);
  // Two neighbours whose leaders cross change places: each change shortens the leaders, so this ends.
  for (let pass = 0; pass < keyed.length; pass++) {
    for (let i = 0; i + 1 < keyed.length; i++) {
      const [upper, lower] = [keyed[i], keyed[i + 1]];
      if (upper?.rank !== 1 || lower?.rank !== 1 || !upper.at || !lower.at) continue;
      const [high, low] = [rack.y + i * step, rack.y + (i + 1) * step];
      const crossed = reach(upper.at, rack.x, high) + reach(lower.at, rack.x, low);
      if (reach(lower.at, rack.x, high) + reach(upper.at, rack.x, low) < crossed)
        [keyed[i], keyed[i + 1]] = [lower, upper];
    }
  }
  return keyed.map(({ candidate }) => candidate);
}

function reach(at: Point, x: number, y: number): number {
  return Math.hypot(at.x - x, at.y - y);
}
