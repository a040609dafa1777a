import { clusterReach, loneReach, type MarkSize } from './mark-size.ts';
import { PARTS, type PinColumns } from './pin-columns.ts';
import { SquareMap } from './square-map.ts';

/** Pins and groups of pins while they are joined, by column. Lengths in px. */
export interface Nodes {
  length: number;
  x: Float64Array;
  y: Float64Array;
  radius: Float64Array;
  /** How many pins it holds. */
  pins: Int32Array;
  rank: Uint8Array;
  lone: Uint8Array;
  tally: Int32Array;
  /** Its first and last pin (slots), and for each slot the next of its node; -1 ends. */
  head: Int32Array;
  tail: Int32Array;
  next: Int32Array;
}

/** A node a pin, or one for all pins of a square with this side in px; 0: no squares. @param k px of one map unit. */
export function createNodes(columns: PinColumns, slots: Int32Array, k: number, side: number): Nodes {
  const n = slots.length;
  const nodes: Nodes = {
    length: 0,
    x: new Float64Array(n),
    y: new Float64Array(n),
    radius: new Float64Array(n),
    pins: new Int32Array(n),
    rank: new Uint8Array(n),
    lone: new Uint8Array(n),
    tally: new Int32Array(n * PARTS),
    head: new Int32Array(n),
    tail: new Int32Array(n),
    next: new Int32Array(columns.length),
  };
  const squares = side > 0 ? new SquareMap(n) : null;
  for (const slot of slots) {
    const [x, y] = [(columns.x[slot] ?? 0) * k, (columns.y[slot] ?? 0) * k];
    let node = nodes.length;
    if (squares) node = squares.entry(Math.floor(x / side), Math.floor(y / side));
    if (node === nodes.length) open(nodes, columns, slot, x, y);
    else add(nodes, node, columns, slot, x, y);
  }
  // Until here the sum of the places; from here their middle.
  for (let node = 0; node < nodes.length; node++) {
    const held = nodes.pins[node] ?? 1;
    nodes.x[node] = (nodes.x[node] ?? 0) / held;
    nodes.y[node] = (nodes.y[node] ?? 0) / held;
  }
  return nodes;
}

function open(nodes: Nodes, columns: PinColumns, slot: number, x: number, y: number): void {
  const node = nodes.length++;
  nodes.x[node] = x;
  nodes.y[node] = y;
  nodes.pins[node] = 1;
  nodes.rank[node] = columns.rank[slot] ?? 0;
  nodes.lone[node] = columns.lone[slot] ?? 0;
  nodes.head[node] = slot;
  nodes.tail[node] = slot;
  nodes.next[slot] = -1;
  for (let part = 0; part < PARTS; part++) nodes.tally[node * PARTS + part] = columns.tally[slot * PARTS + part] ?? 0;
}

function add(nodes: Nodes, node: number, columns: PinColumns, slot: number, x: number, y: number): void {
  nodes.x[node] = (nodes.x[node] ?? 0) + x;
  nodes.y[node] = (nodes.y[node] ?? 0) + y;
  nodes.pins[node] = (nodes.pins[node] ?? 0) + 1;
  nodes.rank[node] = Math.min(nodes.rank[node] ?? 0, columns.rank[slot] ?? 0);
  nodes.next[nodes.tail[node] ?? slot] = slot;
  nodes.tail[node] = slot;
  nodes.next[slot] = -1;
  for (let part = 0; part < PARTS; part++) {
    nodes.tally[node * PARTS + part] =
      (nodes.tally[node * PARTS + part] ?? 0) + (columns.tally[slot * PARTS + part] ?? 0);
  }
}

/** Joins node `b` into node `a`, its pins behind those of `a`; `b` is nothing from then on. */
export function join(nodes: Nodes, a: number, b: number): void {
  const [n, m] = [nodes.pins[a] ?? 0, nodes.pins[b] ?? 0];
  nodes.x[a] = ((nodes.x[a] ?? 0) * n + (nodes.x[b] ?? 0) * m) / (n + m);
  nodes.y[a] = ((nodes.y[a] ?? 0) * n + (nodes.y[b] ?? 0) * m) / (n + m);
  nodes.pins[a] = n + m;
  nodes.rank[a] = Math.min(nodes.rank[a] ?? 0, nodes.rank[b] ?? 0);
  nodes.next[nodes.tail[a] ?? 0] = nodes.head[b] ?? -1;
  nodes.tail[a] = nodes.tail[b] ?? 0;
  for (let part = 0; part < PARTS; part++) {
    nodes.tally[a * PARTS + part] = (nodes.tally[a * PARTS + part] ?? 0) + (nodes.tally[b * PARTS + part] ?? 0);
  }
}

/** Gives a node its reach. */
export function measure(nodes: Nodes, node: number, size: MarkSize): void {
  const urgent = (nodes.tally[node * PARTS] ?? 0) + (nodes.tally[node * PARTS + 1] ?? 0) > 0;
  const many = (nodes.pins[node] ?? 0) > 1;
  nodes.radius[node] = many
    ? clusterReach(urgent, size)
    : loneReach(nodes.rank[node] ?? 0, nodes.lone[node] === 1, size);
}
