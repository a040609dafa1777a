import { URGENCIES, urgencyRank } from '#shared/clocks/urgency.ts';
import { type MarkSize, pinReach } from './mark-size.ts';
import { addTally, type Mark, NO_CASES, type Pin, type Tally } from './pin.ts';

/** A pin with its place in px from the unit origin. */
export interface PlacedPin {
  pin: Pin;
  x: number;
  y: number;
}

/** Px of air two marks keep between them. */
const AIR = 1;
/** Between the keys of two columns of squares; larger than any number of rows. */
const STRIDE = 1_000_003;
/** Above this many pins those of one small square are joined at once, before the exact merging. */
const MANY = 500;

/**
 * Joins pins that would overlap into clusters until nothing overlaps; sums are kept. The selected incident stays a mark
 * of its own, drawn over all. Result in drawing order: calm first, red last, selected on top. All lengths in px.
 */
export function clusterPins(placed: readonly PlacedPin[], size: MarkSize, selected: string | null): Mark[] {
  const marks: Mark[] = [];
  let alone: Mark | null = null;
  const squares = new Map<number, PlacedPin[]>();
  for (const item of placed) {
    if (item.pin.incident === selected) alone = { ...markOf([item], size), radius: size.pin, selected: true };
    else if (placed.length <= MANY) marks.push(markOf([item], size));
    else push(squares, squareOf(item, size.pin), item);
  }
  for (const items of squares.values()) marks.push(markOf(items, size));
  const apart = mergeOverlaps(marks, size);
  apart.sort((a, b) => urgencyRank(b.urgency) - urgencyRank(a.urgency) || a.y - b.y || a.x - b.x);
  if (alone) apart.push(alone);
  return apart;
}

function squareOf(item: { x: number; y: number }, side: number): number {
  return Math.floor(item.x / side) * STRIDE + Math.floor(item.y / side);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function markOf(items: readonly PlacedPin[], size: MarkSize): Mark {
  const first = items[0];
  if (items.length === 1 && first) {
    const { pin, x, y } = first;
    const { tally, urgency } = pin;
    return { x, y, radius: pinReach(pin, size), pins: [pin], total: sum(tally), tally, urgency, selected: false };
  }
  const tally = { ...NO_CASES };
  const pins: Pin[] = [];
  let [x, y, rank] = [0, 0, URGENCIES.length - 1];
  for (const item of items) {
    x += item.x;
    y += item.y;
    pins.push(item.pin);
    rank = Math.min(rank, urgencyRank(item.pin.urgency));
    for (const urgency of URGENCIES) tally[urgency] += item.pin.tally[urgency];
  }
  return {
    x: x / items.length,
    y: y / items.length,
    radius: clusterReach(tally, size),
    pins,
    total: sum(tally),
    tally,
    urgency: URGENCIES[rank] ?? 'met',
    selected: false,
  };
}

function joined(a: Mark, b: Mark, size: MarkSize): Mark {
  const [n, m] = [a.pins.length, b.pins.length];
  const tally = addTally(a.tally, b.tally);
  return {
    x: (a.x * n + b.x * m) / (n + m),
    y: (a.y * n + b.y * m) / (n + m),
    radius: clusterReach(tally, size),
    pins: [...a.pins, ...b.pins],
    total: a.total + b.total,
    tally,
    urgency: urgencyRank(a.urgency) <= urgencyRank(b.urgency) ? a.urgency : b.urgency,
    selected: false,
  };
}

/** A badge reaches out a little; most of it lies over empty corners. */
function clusterReach(tally: Tally, size: MarkSize): number {
  return size.cluster + (tally.missed + tally.warned > 0 ? size.pin * 0.12 : 0);
}

function sum(tally: Tally): number {
  return tally.missed + tally.warned + tally.running + tally.paused + tally.met;
}

/** True when two marks would touch. */
export function overlap(a: Mark, b: Mark): boolean {
  const reach = a.radius + b.radius + AIR;
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2 < reach * reach;
}

function mergeOverlaps(marks: readonly Mark[], size: MarkSize): Mark[] {
  const side = 2 * (size.cluster + size.pin * 0.2) + AIR;
  const grid = new Map<number, Mark[]>();
  const queue = marks.toSorted((a, b) => a.x - b.x || a.y - b.y);
  for (let next = queue.pop(); next; next = queue.pop()) {
    const rival = nearest(next, grid, side);
    if (rival) {
      const there = grid.get(squareOf(rival, side));
      there?.splice(there.indexOf(rival), 1);
      queue.push(joined(rival, next, size));
    } else push(grid, squareOf(next, side), next);
  }
  return [...grid.values()].flat();
}

function nearest(mark: Mark, grid: ReadonlyMap<number, readonly Mark[]>, side: number): Mark | null {
  let best: Mark | null = null;
  let least = Number.POSITIVE_INFINITY;
  const middle = squareOf(mark, side);
  for (let across = -STRIDE; across <= STRIDE; across += STRIDE) {
    for (let down = -1; down <= 1; down++) {
      const there = grid.get(middle + across + down);
      if (there === undefined) continue;
      for (const other of there) {
        const gap = (mark.x - other.x) ** 2 + (mark.y - other.y) ** 2;
        if (gap < least && overlap(mark, other)) [best, least] = [other, gap];
      }
    }
  }
  return best;
}
