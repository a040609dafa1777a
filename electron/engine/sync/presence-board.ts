import type { Timers } from '#engine/time/timers.ts';
import { type Present, presentSchema } from '#shared/contract/wire/sync.ts';

/** Walking through the queue opens no case; ms. */
const STAYS_MS = 400;
/** What is open here is said again so often; central forgets it after twice as long. ms */
const AGAIN_MS = 45_000;
/** Another console that was not heard of for so long is not shown any more; ms. */
const STALE_MS = 100_000;

/** Who else has a case open: known while the live line stands, never stored, never a lock. */
export interface PresenceBoard {
  /**
   * A window of this console has this case open, until the function given back is called. Of several windows the one
   * that opened its case last is told.
   */
  open(caseId: string): () => void;
  /** What central told: the data of an event `presence`. */
  hear(data: unknown): void;
  /** The live line stands or not; without it nothing is shown. */
  line(live: boolean): void;
  /** Names by case, in order. */
  others(): ReadonlyMap<string, readonly string[]>;
  subscribe(listener: () => void): () => void;
  stop(): void;
}

interface Parts {
  /** Says to central what is open here. May fail. */
  say(caseId: string | null): Promise<void>;
  timers: Timers;
  monotonic(): number;
}

/** A board on which nobody is. */
export function createPresenceBoard({ say, timers, monotonic }: Parts): PresenceBoard {
  const known = new Map<string, { present: Present; at: number }>();
  const listeners = new Set<() => void>();
  const here: { case: string }[] = [];
  let said: string | null = null;
  let live = false;
  let forget = () => {};
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const own = () => here.at(-1)?.case ?? null;
  const sayOwn = () => {
    forget();
    said = own();
    if (!live) return;
    // Nobody is told what could not be said; the next time will do.
    void say(said).catch(() => {});
    forget = timers.after(AGAIN_MS, () => {
      sweep();
      if (said !== null) sayOwn();
      else forget = timers.after(AGAIN_MS, sayOwn);
    });
  };
  const sweep = () => {
    const before = known.size;
    for (const [device, { at }] of known) if (monotonic() - at > STALE_MS) known.delete(device);
    if (known.size < before) tell();
  };
  return {
    open(caseId) {
      const one = { case: caseId };
      const change = () => {
        if (own() !== said) sayOwn();
      };
      const stay = timers.after(STAYS_MS, () => {
        here.push(one);
        change();
      });
      return () => {
        stay();
        if (here.includes(one)) here.splice(here.indexOf(one), 1);
        change();
      };
    },
    hear(data) {
      const read = presentSchema.safeParse(data);
      if (!read.success) return;
      const { device } = read.data;
      if (read.data.case === null) known.delete(device);
      else known.set(device, { present: read.data, at: monotonic() });
      tell();
    },
    line(stands) {
      if (stands && live) return;
      live = stands;
      if (stands) return sayOwn();
      forget();
      // What was heard of a line that broke before it stood goes too.
      if (known.size === 0) return;
      known.clear();
      tell();
    },
    others() {
      const names = new Map<string, string[]>();
      for (const { present } of known.values()) {
        if (present.case === null) continue;
        names.set(present.case, [...(names.get(present.case) ?? []), present.name].sort());
      }
      return names;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop() {
      forget();
      listeners.clear();
    },
  };
}
