/** An upright piece of the map, map units; may reach to infinity. */
export interface UnitBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A box and so many of its own widths and heights on each side. */
export function around({ left, top, right, bottom }: UnitBox, share: number): UnitBox {
  const [dx, dy] = [(right - left) * share, (bottom - top) * share];
  return { left: left - dx, top: top - dy, right: right + dx, bottom: bottom + dy };
}

/** What two boxes share; left beyond right where they share nothing. */
export function cut(a: UnitBox, b: UnitBox): UnitBox {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** True when all of `part` lies in `whole`; nothing lies in anything. */
export function holds(whole: UnitBox, part: UnitBox): boolean {
  if (part.left >= part.right || part.top >= part.bottom) return true;
  return part.left >= whole.left && part.right <= whole.right && part.top >= whole.top && part.bottom <= whole.bottom;
}

/** True when a point lies in a box; its right and lower edge belong to the next. NaN lies in none. */
export function isIn(box: UnitBox, x: number, y: number): boolean {
  return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
}
