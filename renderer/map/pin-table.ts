import { isSetBack, nextFlip } from '#renderer/app/board/next-flip.ts';
import { URGENCIES, urgencyRank } from '#shared/clocks/urgency.ts';
import { caseRank } from './case-rank.ts';
import { diffRows } from './diff-rows.ts';
import { pinOf } from './group-pins.ts';
import { unitX, unitY } from './mercator.ts';
import type { Pin } from './pin.ts';
import { PinColumns } from './pin-columns.ts';
import type { CaseReader } from './pin-sources.ts';

/** What a change did to the pins. */
export interface PinChange {
  /** Slots that are another now; null: nearly all. */
  slots: Int32Array | null;
  /** Incidents that have just turned red. */
  reds: readonly string[];
}

/** The cases on a map grouped by incident: a slot each, judged at one moment, kept up by what changed. */
export class PinTable<T> {
  readonly columns = new PinColumns();
  /** Counts the changes. */
  stamp = 0;
  private readonly reader: CaseReader<T>;
  private rows: readonly T[] = [];
  private now = 0;
  private readonly slots = new Map<string, number>();
  /** Incident and cases of each slot. */
  private readonly names: string[] = [];
  private readonly groups: T[][] = [];
  private readonly born: number[] = [];
  private readonly flips: number[] = [];
  private readonly free: number[] = [];
  private readonly pins = new Map<number, Pin | null>();

  constructor(reader: CaseReader<T>) {
    this.reader = reader;
  }

  /** Shows these cases instead of those before. @param now ms since 1970. @returns null when nothing changed. */
  show(rows: readonly T[], now: number): PinChange | null {
    const { incidentOf, idOf } = this.reader;
    const first = this.rows.length === 0;
    const { come, gone, swapped } = diffRows(this.rows, rows, idOf);
    this.rows = rows;
    if (first) {
      for (const item of come) this.add(item, null);
      return this.judge(Int32Array.from(this.groups.keys()), now, true);
    }
    const touched = new Set<number>();
    for (const [before, after] of swapped) {
      if (incidentOf(before) === incidentOf(after)) this.swap(before, after, touched);
      else {
        this.remove(before, touched);
        this.add(after, touched);
      }
    }
    for (const item of gone) this.remove(item, touched);
    for (const item of come) this.add(item, touched);
    return this.judge(touched, now, false);
  }

  /** Judges what time alone has changed. @param now ms since 1970. @returns null when nothing changed. */
  tick(now: number): PinChange | null {
    const touched = new Set<number>();
    for (let slot = 0; slot < this.flips.length; slot++) if ((this.flips[slot] ?? now + 1) <= now) touched.add(slot);
    return this.judge(touched, now, false);
  }

  /** The slot of an incident, -1 when it is not shown. */
  slotOf(incident: string | null): number {
    return incident === null ? -1 : (this.slots.get(incident) ?? -1);
  }

  /** The pin in a slot; null when it has none, or not the one it had when `stamp` was the latest change. */
  pinAt(slot: number, stamp: number = this.stamp): Pin | null {
    if ((this.born[slot] ?? Number.POSITIVE_INFINITY) > stamp) return null;
    const known = this.pins.get(slot);
    if (known !== undefined) return known;
    const sources = (this.groups[slot] ?? []).map((item) => this.reader.sourceOf(item, this.now));
    const pin = pinOf(sources, this.now);
    this.pins.set(slot, pin);
    return pin;
  }

  private add(item: T, touched: Set<number> | null): void {
    const incident = this.reader.incidentOf(item);
    let slot = this.slots.get(incident);
    if (slot === undefined) {
      slot = this.free.pop() ?? this.groups.length;
      this.slots.set(incident, slot);
      this.names[slot] = incident;
      this.groups[slot] = [item];
      this.born[slot] = this.stamp + 1;
    } else this.groups[slot]?.push(item);
    touched?.add(slot);
  }

  private remove(item: T, touched: Set<number>): void {
    const slot = this.slots.get(this.reader.incidentOf(item));
    const group = slot === undefined ? undefined : this.groups[slot];
    if (slot === undefined || !group) return;
    const at = group.indexOf(item);
    if (at >= 0) group.splice(at, 1);
    touched.add(slot);
  }

  private swap(before: T, after: T, touched: Set<number>): void {
    const slot = this.slots.get(this.reader.incidentOf(after));
    const group = slot === undefined ? undefined : this.groups[slot];
    const at = group?.indexOf(before) ?? -1;
    if (slot === undefined || !group || at < 0) return;
    group[at] = after;
    touched.add(slot);
  }

  /** @param first nothing was shown before: what is red is not new. */
  private judge(changed: Iterable<number>, now: number, first: boolean): PinChange | null {
    const touched = isSetBack(this.now, now) ? new Set([...changed, ...this.slots.values()]) : changed;
    this.now = now;
    const slots = Int32Array.from(touched);
    if (slots.length === 0) return null;
    this.stamp++;
    const reds: string[] = [];
    const { columns } = this;
    columns.reserve(this.groups.length);
    for (const slot of slots) {
      const wasRed = columns.rank[slot] === 0 && !Number.isNaN(columns.x[slot]);
      if (this.pins.size > 0) this.pins.delete(slot);
      this.settle(slot, this.groups[slot] ?? []);
      const isRed = columns.rank[slot] === 0 && !Number.isNaN(columns.x[slot]);
      if (isRed && !wasRed && !first) reds.push(this.names[slot] ?? '');
    }
    this.release(slots);
    return { slots: slots.length * 2 > columns.length ? null : slots, reds };
  }

  /** Writes what a slot's cases make together into the columns. */
  private settle(slot: number, group: readonly T[]): void {
    const { now, reader } = this;
    let next = Number.POSITIVE_INFINITY;
    for (const item of group) next = Math.min(next, nextFlip(reader.isOpen(item), reader.clocksOf(item), now));
    this.flips[slot] = next;
    const isPlaced = group.length > 1 ? this.settleMany(slot) : this.settleOne(slot, group[0]);
    if (!isPlaced) this.columns.clear(slot);
  }

  private settleOne(slot: number, item: T | undefined): boolean {
    if (item === undefined) return false;
    const { reader } = this;
    const lat = reader.latOf(item);
    const lon = reader.lonOf(item);
    if (lat === null || lon === null) return false;
    const open = reader.isOpen(item);
    const rank = caseRank(open, reader.clocksOf(item), this.now);
    this.columns.setOne(slot, unitX(lon), unitY(lat), rank, open && reader.isUnassigned(item));
    return true;
  }

  private settleMany(slot: number): boolean {
    const pin = this.pinAt(slot);
    if (!pin) return false;
    const { lat, lon, urgency, unassigned, tally } = pin;
    this.columns.set(slot, {
      x: unitX(lon),
      y: unitY(lat),
      rank: urgencyRank(urgency),
      unassigned,
      tally: URGENCIES.map((one) => tally[one]),
    });
    return true;
  }

  /** Slots whose last case went are free for other incidents. */
  private release(touched: Int32Array): void {
    for (const slot of touched) {
      if (this.groups[slot]?.length !== 0 || this.born[slot] === Number.POSITIVE_INFINITY) continue;
      this.slots.delete(this.names[slot] ?? '');
      this.born[slot] = Number.POSITIVE_INFINITY;
      this.free.push(slot);
    }
  }
}
