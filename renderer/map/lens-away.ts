import type { Rect } from './stage-layout.ts';

interface Point {
  x: number;
  y: number;
}

/** Whether the lens must make room: the rack stands over it, or an office in question lies under it. Stage px. */
export function lensAway(lens: Rect | null, rack: Rect, ends: readonly Point[]): boolean {
  if (lens === null) return false;
  const within = ({ x, y }: Point) => x > lens.x && x < lens.x + lens.w && y > lens.y && y < lens.y + lens.h;
  const apart =
    rack.x >= lens.x + lens.w || rack.x + rack.w <= lens.x || rack.y >= lens.y + lens.h || rack.y + rack.h <= lens.y;
  return !apart || ends.some(within);
}
