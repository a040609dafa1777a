import { AnswerWatch } from './answer-watch.ts';
import { clusterColumns, type MarkAsk, type PackedMarks } from './cluster-columns.ts';
import { createRedFade, type RedFade } from './fade-reds.ts';
import type { MarkReply } from './mark-service.ts';
import type { Mark, Pin } from './pin.ts';
import { buffersOf, PARTS } from './pin-columns.ts';
import type { CaseReader } from './pin-sources.ts';
import { type PinChange, PinTable } from './pin-table.ts';
import type { MarkWorker, StartMarkWorker } from './start-mark-worker.ts';
import type { UnitBox } from './unit-box.ts';
import { isIn } from './unit-box.ts';

/** Above this many cases clusters are made off the main thread. */
export const LARGE = 2_000;
/** A worker is started so long after there were many cases, ms: behind the first painting. */
export const HIRE_MS = 100;

/** The pins of a stage or wall, and who makes marks of them: this thread while they are few, a worker when they are many. */
export class PinField<T = never> {
  /** How visible the pin of a single incident is, 0–1. */
  readonly fade: (mark: Mark) => number;
  private readonly table: PinTable<T>;
  private readonly reds: RedFade;
  private readonly start: StartMarkWorker | null;
  private readonly listeners = new Set<() => void>();
  private readonly frames = new Map<number, (reply: MarkReply) => void>();
  private nextFrame = 0;
  private cases = 0;
  private worker: MarkWorker | null = null;
  private hiring: ReturnType<typeof setTimeout> | null = null;
  private broken = false;
  private readonly answers = new AnswerWatch(() => this.dismiss());
  /** The worker holds what the table holds. */
  private fed = false;

  /** @param frameNow ms of a clock that only goes forward. @param start null where there are no workers. */
  constructor(reader: CaseReader<T>, frameNow: () => number, start: StartMarkWorker | null) {
    this.table = new PinTable(reader);
    const reds = createRedFade(frameNow);
    this.reds = reds;
    this.fade = (mark) => (reds.isUnderWay() ? reds.of(mark.first(1)[0]?.incident ?? '') : 1);
    this.start = start;
  }

  /** Shows these cases instead of those before. @param now ms since 1970. */
  show(rows: readonly T[], now: number): void {
    this.cases = rows.length;
    this.told(this.table.show(rows, now));
    // The first marks are made here, so nobody waits for it.
    if (this.large && !this.worker && !this.broken) this.hiring ??= setTimeout(() => this.hire(), HIRE_MS);
  }

  /** Judges what time alone has changed. @param now ms since 1970. */
  tick(now: number): void {
    this.told(this.table.tick(now));
  }

  /** Calls the listener after each change of the pins. @returns what ends it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Counts the changes of the pins. */
  get stamp(): number {
    return this.table.stamp;
  }

  /** More cases than this thread should cluster in one piece. */
  get large(): boolean {
    return this.cases > LARGE;
  }

  /** Marks are made elsewhere, and come later. */
  get isAfar(): boolean {
    return this.large && this.fed;
  }

  get slots(): number {
    return this.table.columns.length;
  }

  slotOf(incident: string | null): number {
    return this.table.slotOf(incident);
  }

  pinOf(incident: string | null): Pin | null {
    const slot = this.table.slotOf(incident);
    return slot < 0 ? null : this.table.pinAt(slot);
  }

  /** @param stamp the change after which the slot was read. */
  pinAt(slot: number, stamp: number): Pin | null {
    return this.table.pinAt(slot, stamp);
  }

  /** Where a slot's pin stands, map units; NaN where none does. */
  placeOf(slot: number): { x: number; y: number } {
    const { x, y } = this.table.columns;
    return { x: x[slot] ?? Number.NaN, y: y[slot] ?? Number.NaN };
  }

  rankOf(slot: number): number {
    return this.table.columns.rank[slot] ?? 0;
  }

  /** Cases of the pins in a box, and how many of them are late. */
  countIn(box: UnitBox): { n: number; late: number } {
    const { x, y, tally, length } = this.table.columns;
    const count = { n: 0, late: 0 };
    for (let slot = 0; slot < length; slot++) {
      if (!isIn(box, x[slot] ?? Number.NaN, y[slot] ?? Number.NaN)) continue;
      count.late += tally[slot * PARTS] ?? 0;
      for (let part = 0; part < PARTS; part++) count.n += tally[slot * PARTS + part] ?? 0;
    }
    return count;
  }

  /** Marks made here and now. */
  marksNow(ask: MarkAsk): PackedMarks {
    return clusterColumns(this.table.columns, ask);
  }

  /** A way to ask for marks made elsewhere. */
  join(onReply: (reply: MarkReply) => void): { ask(ask: MarkAsk): void; leave(): void } {
    const frame = this.nextFrame++;
    this.frames.set(frame, onReply);
    return {
      ask: (ask) => {
        if (!this.worker) return;
        this.answers.asked();
        this.worker.send({ kind: 'ask', frame, stamp: this.stamp, ask }, []);
      },
      leave: () => this.frames.delete(frame),
    };
  }

  /** Ends the worker; the next large picture starts another. */
  close(): void {
    if (this.hiring !== null) clearTimeout(this.hiring);
    this.hiring = null;
    this.answers.forget();
    this.worker?.end();
    this.worker = null;
    this.fed = false;
  }

  private hire(): void {
    this.hiring = null;
    if (!this.large) return;
    try {
      this.worker =
        this.start?.(
          (reply) => {
            this.answers.answered();
            this.frames.get(reply.frame)?.(reply);
          },
          () => this.dismiss(),
        ) ?? null;
    } catch {
      this.broken = true;
    }
    this.feed(null);
  }

  /** Without a worker this thread does it, for what is in view. */
  private dismiss(): void {
    this.broken = true;
    this.close();
    for (const listener of this.listeners) listener();
  }

  private told(change: PinChange | null): void {
    if (!change) return;
    this.reds.note(change.reds);
    this.feed(change.slots);
    for (const listener of this.listeners) listener();
  }

  private feed(slots: Int32Array | null): void {
    if (!this.worker) return;
    // While the set is small it is left behind; when it grows again, it is sent whole.
    if (!this.large) {
      this.fed = false;
      return;
    }
    const parcel = this.table.columns.parcel(this.fed ? slots : null);
    this.worker.send({ kind: 'pins', parcel }, buffersOf(parcel));
    this.fed = true;
  }
}
