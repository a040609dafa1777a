interface Point {
  x: number;
  y: number;
}

interface Box extends Point {
  w: number;
  h: number;
}

/** Px between the pointer and the card beside it. */
const AWAY = 22;
/** Px of room an office's square and code need round it. */
const OFFICE = { x: 34, y: 14 };

/** Corners in the order they are tried: above right of the pointer, above left, below right, below left. */
export const CORNERS = [
  { dx: 1, dy: -1 },
  { dx: -1, dy: -1 },
  { dx: 1, dy: 1 },
  { dx: -1, dy: 1 },
] as const;

/**
 * Where the carried card goes so that it hides neither the offices in question nor the rack: at the corner of the pointer
 * it was at, or the first that is free; else at the one that hides least. @param last index of the corner it was at.
 * @returns its left upper corner, and the corner's index. All px of one plane.
 */
export function placeCarried(
  pointer: Point,
  card: { w: number; h: number },
  stage: Box,
  rack: Box | null,
  offices: readonly Point[],
  last: number,
): Point & { corner: number } {
  const order = [last, ...CORNERS.keys()];
  let best: (Point & { corner: number }) | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const corner of order) {
    const { dx, dy } = CORNERS[corner] ?? CORNERS[0];
    const x = dx > 0 ? pointer.x + AWAY : pointer.x - AWAY - card.w;
    const y = dy > 0 ? pointer.y + AWAY : pointer.y - AWAY - card.h;
    const box = { x, y, ...card };
    let hidden = offices.filter((office) => holds(box, office)).length;
    if (rack && overlaps(box, rack)) hidden += 2;
    const out = x < 0 || y < 0 || x + card.w > stage.x + stage.w || y + card.h > stage.y + stage.h;
    if (out) hidden += 20;
    if (hidden < least) [best, least] = [{ x, y, corner }, hidden];
  }
  return best ?? { x: pointer.x + AWAY, y: pointer.y + AWAY, corner: 0 };
}

function holds(box: Box, { x, y }: Point): boolean {
  return x > box.x - OFFICE.x && x < box.x + box.w + OFFICE.x && y > box.y - OFFICE.y && y < box.y + box.h + OFFICE.y;
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
