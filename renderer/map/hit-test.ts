interface Round {
  x: number;
  y: number;
  radius: number;
}

/** Px: whatever is pointed at has at least this much room round its middle (24 across). */
const LEAST = 12;

/** The mark under a point, the one drawn on top first; null when there is none. All in px of one plane. */
export function markAt<M extends Round>(marks: readonly M[], x: number, y: number): M | null {
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i];
    if (!mark) continue;
    const reach = Math.max(LEAST, mark.radius);
    if ((mark.x - x) ** 2 + (mark.y - y) ** 2 <= reach * reach) return mark;
  }
  return null;
}

/** The nearest of some squares within 12 px of a point, or null. */
export function branchAt<B extends { x: number; y: number }>(branches: readonly B[], x: number, y: number): B | null {
  let best: B | null = null;
  let least = LEAST * LEAST;
  for (const branch of branches) {
    const gap = (branch.x - x) ** 2 + (branch.y - y) ** 2;
    if (gap <= least) [best, least] = [branch, gap];
  }
  return best;
}
