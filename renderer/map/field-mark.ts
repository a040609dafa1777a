import { URGENCIES } from '#shared/clocks/urgency.ts';
import type { PackedMarks } from './cluster-columns.ts';
import type { Mark, Pin, Tally } from './pin.ts';
import { PARTS } from './pin-columns.ts';
import type { UnitBox } from './unit-box.ts';

/** Where a mark finds its incidents: what stood in a slot when the marks were made. */
export interface PinLookup {
  pinAt(slot: number): Pin | null;
  /** Map units; NaN where nothing stands. */
  placeOf(slot: number): { x: number; y: number };
  /** Rank of its urgency, 0 to 4. */
  rankOf(slot: number): number;
}

/** A mark that makes its pins when somebody asks: a cluster may stand for a hundred thousand. */
class FieldMark implements Mark {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly count: number;
  readonly total: number;
  readonly tally: Tally;
  readonly urgency: Mark['urgency'];
  readonly selected: boolean;
  readonly unassigned: boolean;
  private readonly slots: Int32Array;
  private readonly look: PinLookup;
  private made: readonly Pin[] | null = null;

  constructor(packed: PackedMarks, i: number, scale: number, look: PinLookup) {
    const at = (of: { readonly [i: number]: number }, index: number) => of[index] ?? 0;
    const part = (rank: number) => at(packed.tally, i * PARTS + rank);
    this.x = at(packed.x, i) * scale;
    this.y = at(packed.y, i) * scale;
    this.radius = at(packed.radius, i);
    this.slots = packed.slots.subarray(packed.from[i], packed.from[i + 1]);
    this.count = this.slots.length;
    this.tally = { missed: part(0), warned: part(1), running: part(2), paused: part(3), met: part(4) };
    this.total = part(0) + part(1) + part(2) + part(3) + part(4);
    this.urgency = URGENCIES[at(packed.rank, i)] ?? 'met';
    this.selected = packed.selected && i === packed.x.length - 1;
    this.unassigned = at(packed.lone, i) === 1;
    this.look = look;
  }

  get pins(): readonly Pin[] {
    this.made ??= this.first(this.count);
    return this.made;
  }

  first(most: number): readonly Pin[] {
    const pins: Pin[] = [];
    for (const slot of this.slots.subarray(0, most)) {
      const pin = this.look.pinAt(slot);
      if (pin) pins.push(pin);
    }
    return pins;
  }

  worst(most: number): readonly Pin[] {
    const pins: Pin[] = [];
    for (let rank = 0; rank < PARTS; rank++) {
      for (const slot of this.slots) {
        if (pins.length >= most) return pins;
        const pin = this.look.rankOf(slot) === rank ? this.look.pinAt(slot) : null;
        if (pin) pins.push(pin);
      }
    }
    return pins;
  }

  span(): UnitBox {
    const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    for (const slot of this.slots) {
      const { x, y } = this.look.placeOf(slot);
      if (Number.isNaN(x)) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
    return box;
  }
}

/** Marks as the map draws them. @param scale of their places; 1 at the zoom they were made for. */
export function unpackMarks(packed: PackedMarks, scale: number, look: PinLookup): Mark[] {
  return Array.from({ length: packed.x.length }, (_, i) => new FieldMark(packed, i, scale, look));
}

/** For each slot the index of its mark, -1 for none. @param slots how many there are. */
export function ownersOf({ from, slots: held }: PackedMarks, slots: number): Int32Array {
  const owners = new Int32Array(slots).fill(-1);
  for (let mark = 0; mark + 1 < from.length; mark++) {
    for (const slot of held.subarray(from[mark], from[mark + 1])) owners[slot] = mark;
  }
  return owners;
}
