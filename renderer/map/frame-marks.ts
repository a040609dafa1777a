import type { MarkAsk, PackedMarks } from './cluster-columns.ts';
import { ownersOf, unpackMarks } from './field-mark.ts';
import type { MarkSize } from './mark-size.ts';
import type { Mark } from './pin.ts';
import type { PinField } from './pin-field.ts';
import type { UnitBox } from './unit-box.ts';
import { around, cut, holds } from './unit-box.ts';

/** The field without what fills it. */
export type FramePins = Omit<PinField<never>, 'show'>;

/** The marks of one frame at one zoom. */
export interface FrameView {
  marks: readonly Mark[];
  /** The mark an incident is part of, or null. */
  markOf(incident: string | null): Mark | null;
}

/** What marks are made with. */
export interface MarkWant {
  size: MarkSize;
  selected: string | null;
}

/** The marks last made, by what and for what. */
interface Known extends FrameView {
  packed: PackedMarks;
  stamp: number;
  want: MarkWant;
  /** No pin stood on any part of the map: nothing could be shown meanwhile. */
  isBare: boolean;
}

/** Marks made elsewhere follow changes of the pins no more often than this, ms. */
const CALM_MS = 200;
/** Of the view: what must be known beyond its edges, and how far marks are made. */
const NEAR = 0.3;
const FAR = 1;

/** The marks of one frame: made at once where they are few, else the best known until better ones come. */
export class FrameMarks {
  private readonly pins: FramePins;
  private readonly half: UnitBox;
  /** While somebody listens. */
  private line: { ask(ask: MarkAsk): void; leave(): void } | null = null;
  private stop: (() => void) | null = null;
  private readonly listeners = new Set<() => void>();
  private known: Known | null = null;
  private scaled: (FrameView & { k: number; of: PackedMarks }) | null = null;
  private last: { k: number; view: UnitBox; want: MarkWant } | null = null;
  private waiting: MarkWant | null = null;
  private again = false;
  private askedAt = Number.NEGATIVE_INFINITY;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly frameNow: () => number;

  /** @param half the part of the map the frame shows pins of. @param frameNow ms of a clock that only goes forward. */
  constructor(pins: FramePins, half: UnitBox, frameNow: () => number) {
    this.pins = pins;
    this.half = half;
    this.frameNow = frameNow;
  }

  /** The marks at a scale (px per unit), at least of what the view shows; later ones are told to the listeners. */
  at(k: number, view: UnitBox, want: MarkWant): FrameView {
    const seen = cut(view, this.half);
    this.last = { k, view: seen, want };
    const { known } = this;
    if (known) {
      const inView = holds(known.packed.box, cut(around(seen, NEAR), this.half));
      const asWanted = inView && known.packed.k === k && isSame(known.want, want);
      if (asWanted && known.stamp === this.pins.stamp) return known;
      if (this.line && this.pins.isAfar && !known.isBare) {
        if (asWanted) this.follow();
        else this.ask();
        return known.packed.k === k ? known : this.rescaled(known.packed, known.stamp, k);
      }
    }
    const box = this.pins.large ? cut(around(seen, FAR), this.half) : this.half;
    const { stamp } = this.pins;
    const packed = this.pins.marksNow({ k, box, size: want.size, selected: this.pins.slotOf(want.selected) });
    this.known = { ...this.viewOf(packed, stamp, 1), packed, stamp, want, isBare: this.pins.slots === 0 };
    return this.known;
  }

  /** Calls the listener when marks changed or better ones came. @returns what ends it. */
  subscribe(listener: () => void): () => void {
    if (this.listeners.size === 0) this.join();
    this.listeners.add(listener);
    return () => {
      if (this.listeners.delete(listener) && this.listeners.size === 0) this.leave();
    };
  }

  private join(): void {
    this.line = this.pins.join(({ marks, stamp }) => this.came(marks, stamp));
    this.stop = this.pins.subscribe(() => this.changed());
  }

  private leave(): void {
    this.stop?.();
    this.line?.leave();
    if (this.timer !== null) clearTimeout(this.timer);
    this.line = null;
    this.waiting = null;
    this.timer = null;
  }

  private ask(): void {
    if (this.waiting || !this.last) {
      this.again = true;
      return;
    }
    const { k, view, want } = this.last;
    this.waiting = want;
    this.again = false;
    this.askedAt = this.frameNow();
    const box = cut(around(view, FAR), this.half);
    this.line?.ask({ k, box, size: want.size, selected: this.pins.slotOf(want.selected) });
  }

  private came(packed: PackedMarks, stamp: number): void {
    const want = this.waiting;
    this.waiting = null;
    if (!want) return;
    this.known = { ...this.viewOf(packed, stamp, 1), packed, stamp, want, isBare: false };
    this.scaled = null;
    if (this.again) this.ask();
    this.tell();
  }

  private changed(): void {
    if (!this.pins.isAfar || !this.known || this.known.isBare) {
      // What one waited for is not needed, or nobody answers any more.
      this.waiting = null;
      this.tell();
      return;
    }
    this.follow();
  }

  /** Asks for what changes of the pins have made of the marks: at once after some calm, else soon. */
  private follow(): void {
    const rest = this.askedAt + CALM_MS - this.frameNow();
    if (rest <= 0 && !this.waiting) this.ask();
    else this.timer ??= setTimeout(() => this.followUp(), Math.max(0, rest));
  }

  private followUp(): void {
    this.timer = null;
    // A set that has become small is made here; whoever made the large one knows nothing of it.
    if (this.pins.isAfar && this.known?.stamp !== this.pins.stamp) this.ask();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  private rescaled(packed: PackedMarks, stamp: number, k: number): FrameView {
    if (this.scaled?.k !== k || this.scaled.of !== packed) {
      this.scaled = { ...this.viewOf(packed, stamp, k / packed.k), k, of: packed };
    }
    return this.scaled;
  }

  private viewOf(packed: PackedMarks, stamp: number, scale: number): FrameView {
    const { pins } = this;
    const marks = unpackMarks(packed, scale, {
      pinAt: (slot) => pins.pinAt(slot, stamp),
      placeOf: (slot) => pins.placeOf(slot),
      rankOf: (slot) => pins.rankOf(slot),
    });
    let owners: Int32Array | null = null;
    return {
      marks,
      markOf(incident) {
        const slot = pins.slotOf(incident);
        if (slot < 0) return null;
        owners ??= ownersOf(packed, pins.slots);
        return marks[owners[slot] ?? -1] ?? null;
      },
    };
  }
}

function isSame(a: MarkWant, b: MarkWant): boolean {
  return a.size === b.size && a.selected === b.selected;
}
