interface Point {
  x: number;
  y: number;
}

/** True when a point lies inside a closed line drawn by hand (even-odd). All px of one plane. */
export function insideLoop(loop: readonly Point[], { x, y }: Point): boolean {
  let inside = false;
  let before = loop.at(-1);
  for (const at of loop) {
    if (before && at.y > y !== before.y > y) {
      const cross = at.x + ((y - at.y) / (before.y - at.y)) * (before.x - at.x);
      if (x < cross) inside = !inside;
    }
    before = at;
  }
  return inside;
}

/** Length of the line, px. */
export function lengthOf(loop: readonly Point[]): number {
  let length = 0;
  for (let i = 1; i < loop.length; i++) {
    const [a, b] = [loop[i - 1], loop[i]];
    if (a && b) length += Math.hypot(b.x - a.x, b.y - a.y);
  }
  return length;
}
