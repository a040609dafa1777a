import { createNodes, measure, type Nodes } from './cluster-nodes.ts';
import type { MarkSize } from './mark-size.ts';
import { mergeNodes } from './merge-nodes.ts';
import { PARTS, type PinColumns } from './pin-columns.ts';
import { isIn, type UnitBox } from './unit-box.ts';

/** Which marks are asked for. */
export interface MarkAsk {
  /** Px of one map unit. */
  k: number;
  box: UnitBox;
  size: MarkSize;
  /** Slot of the selected pin, -1 for none. */
  selected: number;
}

/** Marks by column, in drawing order: calm first, red last, the selected pin on top. Lengths in px at `k`. */
export interface PackedMarks {
  k: number;
  box: UnitBox;
  x: Float64Array;
  y: Float64Array;
  radius: Float64Array;
  rank: Uint8Array;
  lone: Uint8Array;
  /** Cases of each mark by rank. */
  tally: Int32Array;
  /** Where the pins of each mark begin in `slots`, and behind the last one where they end. */
  from: Int32Array;
  slots: Int32Array;
  /** The last mark is the selected pin. */
  selected: boolean;
}

/** Above this many pins on the whole map those of one small square are joined at once, before the exact merging. */
const MANY = 500;

/**
 * Joins the pins of a box that would overlap into clusters until nothing overlaps; sums are kept and every pin of the box
 * is in exactly one mark. The selected pin stays a mark of its own, drawn over all.
 */
export function clusterColumns(columns: PinColumns, ask: MarkAsk): PackedMarks {
  const { k, box, size, selected } = ask;
  const { x, y, length } = columns;
  const inside = new Int32Array(length);
  let count = 0;
  let total = 0;
  let alone = false;
  for (let slot = 0; slot < length; slot++) {
    const ux = x[slot] ?? Number.NaN;
    const uy = y[slot] ?? Number.NaN;
    if (Number.isNaN(ux)) continue;
    total++;
    if (!isIn(box, ux, uy)) continue;
    if (slot === selected) alone = true;
    else inside[count++] = slot;
  }
  const members = inside.subarray(0, count);
  const nodes = createNodes(columns, members, k, total > MANY ? size.pin : 0);
  for (let node = 0; node < nodes.length; node++) measure(nodes, node, size);
  const apart = mergeNodes(nodes, size);
  return pack(columns, nodes, apart, ask, alone);
}

function pack(columns: PinColumns, nodes: Nodes, apart: Int32Array, ask: MarkAsk, alone: boolean): PackedMarks {
  const { rank, x, y } = nodes;
  const at = (of: { readonly [i: number]: number }, i: number) => of[i] ?? 0;
  apart.sort((a, b) => at(rank, b) - at(rank, a) || at(y, a) - at(y, b) || at(x, a) - at(x, b));
  const n = apart.length + (alone ? 1 : 0);
  let held = alone ? 1 : 0;
  for (const node of apart) held += nodes.pins[node] ?? 0;
  const packed: PackedMarks = {
    k: ask.k,
    box: ask.box,
    x: new Float64Array(n),
    y: new Float64Array(n),
    radius: new Float64Array(n),
    rank: new Uint8Array(n),
    lone: new Uint8Array(n),
    tally: new Int32Array(n * PARTS),
    from: new Int32Array(n + 1),
    slots: new Int32Array(held),
    selected: alone,
  };
  let next = 0;
  for (const [i, node] of apart.entries()) {
    packed.x[i] = at(x, node);
    packed.y[i] = at(y, node);
    packed.radius[i] = at(nodes.radius, node);
    packed.rank[i] = at(rank, node);
    packed.lone[i] = nodes.pins[node] === 1 ? at(nodes.lone, node) : 0;
    for (let part = 0; part < PARTS; part++) packed.tally[i * PARTS + part] = at(nodes.tally, node * PARTS + part);
    packed.from[i] = next;
    for (let slot = at(nodes.head, node); slot >= 0; slot = at(nodes.next, slot)) packed.slots[next++] = slot;
  }
  if (alone) {
    const [last, slot] = [n - 1, ask.selected];
    packed.x[last] = at(columns.x, slot) * ask.k;
    packed.y[last] = at(columns.y, slot) * ask.k;
    packed.radius[last] = ask.size.pin;
    packed.rank[last] = at(columns.rank, slot);
    packed.lone[last] = at(columns.lone, slot);
    for (let part = 0; part < PARTS; part++) packed.tally[last * PARTS + part] = at(columns.tally, slot * PARTS + part);
    packed.from[last] = next;
    packed.slots[next++] = slot;
  }
  packed.from[n] = next;
  return packed;
}
