import { join, measure, type Nodes } from './cluster-nodes.ts';
import type { MarkSize } from './mark-size.ts';
import { SquareMap } from './square-map.ts';

/** Px of air two marks keep between them. */
const AIR = 1;

/** Joins nodes until none overlap, each with the nearest it touches, from east to west. @returns the nodes that are left. */
export function mergeNodes(nodes: Nodes, size: MarkSize): Int32Array {
  const { x, y } = nodes;
  const side = 2 * (size.cluster + size.pin * 0.2) + AIR;
  const order = Int32Array.from({ length: nodes.length }, (_, node) => node);
  order.sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || (y[a] ?? 0) - (y[b] ?? 0));
  const grid = new NodeGrid(nodes, side);
  let left = 0;
  for (let i = order.length - 1; i >= 0; i--) {
    let node = order[i] ?? 0;
    for (let rival = grid.nearest(node); rival >= 0; rival = grid.nearest(node)) {
      grid.remove(rival);
      left--;
      join(nodes, rival, node);
      node = rival;
      measure(nodes, node, size);
    }
    grid.add(node);
    left++;
  }
  return grid.all(left);
}

/** Nodes that lie apart, by the squares of a grid that no two touching nodes lie more than one square apart on. */
class NodeGrid {
  private readonly nodes: Nodes;
  private readonly side: number;
  private readonly squares: SquareMap;
  private readonly first: Int32Array;
  private readonly after: Int32Array;
  private readonly square: Int32Array;

  constructor(nodes: Nodes, side: number) {
    this.nodes = nodes;
    this.side = side;
    // A joined node may settle in a square of its own: at most one more for each joining.
    this.squares = new SquareMap(nodes.length * 2);
    this.first = new Int32Array(nodes.length * 2).fill(-1);
    this.after = new Int32Array(nodes.length);
    this.square = new Int32Array(nodes.length).fill(-1);
  }

  add(node: number): void {
    const { x, y } = this.nodes;
    const square = this.squares.entry(Math.floor((x[node] ?? 0) / this.side), Math.floor((y[node] ?? 0) / this.side));
    this.after[node] = this.first[square] ?? -1;
    this.first[square] = node;
    this.square[node] = square;
  }

  remove(node: number): void {
    const square = this.square[node] ?? 0;
    this.square[node] = -1;
    if (this.first[square] === node) {
      this.first[square] = this.after[node] ?? -1;
      return;
    }
    let before = this.first[square] ?? -1;
    while (before >= 0 && this.after[before] !== node) before = this.after[before] ?? -1;
    if (before >= 0) this.after[before] = this.after[node] ?? -1;
  }

  /** The nearest node that touches this one, -1 for none. */
  nearest(node: number): number {
    const { x, y, radius } = this.nodes;
    const [nx, ny, reach] = [x[node] ?? 0, y[node] ?? 0, (radius[node] ?? 0) + AIR];
    const [column, row] = [Math.floor(nx / this.side), Math.floor(ny / this.side)];
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let across = -1; across <= 1; across++) {
      for (let down = -1; down <= 1; down++) {
        const square = this.squares.find(column + across, row + down);
        if (square < 0) continue;
        for (let other = this.first[square] ?? -1; other >= 0; other = this.after[other] ?? -1) {
          const [dx, dy] = [nx - (x[other] ?? 0), ny - (y[other] ?? 0)];
          const gap = dx * dx + dy * dy;
          const both = reach + (radius[other] ?? 0);
          if (gap < least && gap < both * both) [best, least] = [other, gap];
        }
      }
    }
    return best;
  }

  /** @param count of the nodes that are left. */
  all(count: number): Int32Array {
    const out = new Int32Array(count);
    let at = 0;
    for (const [node, square] of this.square.entries()) if (square >= 0) out[at++] = node;
    return out;
  }
}
