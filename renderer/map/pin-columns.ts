/** Pins on their way to another set of columns: what changed, or all of them when `slots` is null. */
export interface PinParcel {
  slots: Int32Array | null;
  x: Float64Array;
  y: Float64Array;
  rank: Uint8Array;
  lone: Uint8Array;
  tally: Uint16Array;
}

/** Urgencies a case can have; a pin's tally takes that many numbers. */
export const PARTS = 5;

/** One pin as columns hold it. */
export interface PinEntry {
  /** Map units. */
  x: number;
  y: number;
  /** 0 the most urgent, 4 the least. */
  rank: number;
  /** A case of it has no lead branch. */
  unassigned: boolean;
  /** Cases by rank. */
  tally: readonly number[];
}

/** What clusters are made of: a pin a slot, by column; an empty slot has no place (NaN). Copies travel as parcels. */
export class PinColumns {
  /** Slots in use or empty; all beyond are empty. */
  length = 0;
  x = new Float64Array(0);
  y = new Float64Array(0);
  rank = new Uint8Array(0);
  lone = new Uint8Array(0);
  tally = new Uint16Array(0);

  /** Makes room for at least so many slots. */
  reserve(slots: number): void {
    if (slots <= this.x.length) return;
    const room = Math.max(slots, 256, Math.ceil(this.x.length * 1.5));
    const empty = new Float64Array(room).fill(Number.NaN);
    empty.set(this.x);
    this.x = empty;
    this.y = grown(this.y, new Float64Array(room));
    this.rank = grown(this.rank, new Uint8Array(room));
    this.lone = grown(this.lone, new Uint8Array(room));
    this.tally = grown(this.tally, new Uint16Array(room * PARTS));
  }

  set(slot: number, pin: PinEntry): void {
    this.place(slot, pin.x, pin.y, pin.rank, pin.unassigned);
    for (let part = 0; part < PARTS; part++) this.tally[slot * PARTS + part] = pin.tally[part] ?? 0;
  }

  /** As `set`, for an incident with a single case. */
  setOne(slot: number, x: number, y: number, rank: number, unassigned: boolean): void {
    this.place(slot, x, y, rank, unassigned);
    const from = slot * PARTS;
    this.tally.fill(0, from, from + PARTS);
    this.tally[from + rank] = 1;
  }

  clear(slot: number): void {
    if (slot < this.length) this.x[slot] = Number.NaN;
  }

  /** These slots as a parcel of its own buffers, or all when null. */
  parcel(slots: Int32Array | null): PinParcel {
    if (slots === null) {
      const { length: n } = this;
      const { x, y, rank, lone, tally } = this;
      return {
        slots,
        x: x.slice(0, n),
        y: y.slice(0, n),
        rank: rank.slice(0, n),
        lone: lone.slice(0, n),
        tally: tally.slice(0, n * PARTS),
      };
    }
    const copy = new PinColumns();
    copy.reserve(slots.length);
    for (const [i, slot] of slots.entries()) copy.copy(i, this, slot);
    return { slots, x: copy.x, y: copy.y, rank: copy.rank, lone: copy.lone, tally: copy.tally };
  }

  /** Takes a parcel in. */
  take(parcel: PinParcel): void {
    const { slots, x, y, rank, lone, tally } = parcel;
    if (slots === null) {
      Object.assign(this, { length: x.length, x, y, rank, lone, tally });
      return;
    }
    for (const [i, slot] of slots.entries()) this.copy(slot, parcel, i);
  }

  private place(slot: number, x: number, y: number, rank: number, unassigned: boolean): void {
    if (slot >= this.x.length) this.reserve(slot + 1);
    if (slot >= this.length) this.length = slot + 1;
    this.x[slot] = x;
    this.y[slot] = y;
    this.rank[slot] = rank;
    this.lone[slot] = unassigned ? 1 : 0;
  }

  private copy(slot: number, from: Pick<PinParcel, 'x' | 'y' | 'rank' | 'lone' | 'tally'>, i: number): void {
    this.reserve(slot + 1);
    this.length = Math.max(this.length, slot + 1);
    this.x[slot] = from.x[i] ?? Number.NaN;
    this.y[slot] = from.y[i] ?? 0;
    this.rank[slot] = from.rank[i] ?? 0;
    this.lone[slot] = from.lone[i] ?? 0;
    for (let part = 0; part < PARTS; part++) this.tally[slot * PARTS + part] = from.tally[i * PARTS + part] ?? 0;
  }
}

function grown<T extends Float64Array | Uint8Array | Uint16Array>(old: T, room: T): T {
  room.set(old);
  return room;
}

/** The buffers of a parcel, to be handed over instead of copied. */
export function buffersOf({ slots, x, y, rank, lone, tally }: PinParcel): ArrayBufferLike[] {
  return [...(slots ? [slots.buffer] : []), x.buffer, y.buffer, rank.buffer, lone.buffer, tally.buffer];
}
