/** An upright box, px. */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Room already taken on the map; boxes by coarse squares, so that asking stays cheap. */
export interface Occupancy {
  take(box: Box): void;
  free(box: Box): boolean;
}

/** @param side px of a square; about the size of a label. */
export function createOccupancy(side = 48): Occupancy {
  const squares = new Map<number, Box[]>();
  /** Visits the list of each square a box lies in until the visitor says false. */
  const visit = (box: Box, each: (key: number, list: Box[] | undefined) => boolean): boolean => {
    const [right, foot] = [Math.floor((box.x + box.w) / side), Math.floor((box.y + box.h) / side)];
    for (let i = Math.floor(box.x / side); i <= right; i++) {
      for (let j = Math.floor(box.y / side); j <= foot; j++) {
        const key = i * 1_000_003 + j;
        if (!each(key, squares.get(key))) return false;
      }
    }
    return true;
  };
  return {
    take(box) {
      visit(box, (key, list) => {
        if (list) list.push(box);
        else squares.set(key, [box]);
        return true;
      });
    },
    free: (box) => visit(box, (_, list) => list === undefined || !list.some((other) => meet(box, other))),
  };
}

/** True when two boxes share any area. */
export function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/** A label and where it may stand beside its point, px. */
export interface Wanted {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Px between the point and the label. */
  gap: number;
}

/** Right, left, above, below, then the corners: the first free place wins and is taken; null when all eight are taken. */
export function placeBeside(wanted: Wanted, room: Occupancy): Box | null {
  const { x, y, width: w, height: h, gap } = wanted;
  const [right, left, over, under] = [x + gap, x - gap - w, y - gap - h, y + gap];
  const corner = gap * 0.7;
  const spots: readonly (readonly [number, number])[] = [
    [right, y - h / 2],
    [left, y - h / 2],
    [x - w / 2, over],
    [x - w / 2, under],
    [x + corner, y - corner - h],
    [x + corner, y + corner],
    [x - corner - w, y - corner - h],
    [x - corner - w, y + corner],
  ];
  for (const [bx, by] of spots) {
    const box = { x: bx, y: by, w, h };
    if (!room.free(box)) continue;
    room.take(box);
    return box;
  }
  return null;
}

/** A label that would stand centred on its point, or moved by one of these offsets in px; null when none is free. */
export function placeNear(
  wanted: Omit<Wanted, 'gap'>,
  offsets: readonly (readonly [number, number])[],
  room: Occupancy,
): Box | null {
  for (const [dx, dy] of offsets) {
    const box = {
      x: wanted.x + dx - wanted.width / 2,
      y: wanted.y + dy - wanted.height / 2,
      w: wanted.width,
      h: wanted.height,
    };
    if (!room.free(box)) continue;
    room.take(box);
    return box;
  }
  return null;
}
