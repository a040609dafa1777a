/** Virtual time in which idle looks are left out: whoever looks every few seconds looks only where something may come. */
export interface Timeline {
  /** True time of this world, ms since 1970. */
  now(): number;
  /** @param lookEvery it is a look that finds nothing before the next thing to happen, and comes again after this */
  after(ms: number, work: () => unknown, lookEvery?: number): () => void;
  /** Lets all come to pass until `to`, resting after each. @param soonest next moment at which anything may come */
  advance(to: number, rest: () => Promise<void>, soonest: () => number): Promise<void>;
}

interface Due {
  at: number;
  order: number;
  work: () => unknown;
  lookEvery: number | undefined;
  /** A look that was put off until something may come. */
  putOff: boolean;
}

/** Makes one that begins at `start`. */
export function createTimeline(start: number): Timeline {
  let now = start;
  let order = 0;
  const waiting = new Set<Due>();
  const first = () => {
    let best: Due | null = null;
    for (const one of waiting)
      if (best === null || one.at < best.at || (one.at === best.at && one.order < best.order)) best = one;
    return best;
  };
  return {
    now: () => now,
    after(ms, work, lookEvery) {
      const due = { at: now + Math.max(0, ms), order: order++, work, lookEvery, putOff: false };
      waiting.add(due);
      return () => void waiting.delete(due);
    },
    async advance(to, rest, soonest) {
      for (let due = first(); due !== null && due.at <= to; due = first()) {
        if (due.lookEvery !== undefined && !due.putOff) {
          const solid = [...waiting].filter(({ lookEvery }) => lookEvery === undefined).map(({ at }) => at);
          const idle = Math.min(to, soonest(), ...solid) - due.at;
          if (idle >= due.lookEvery) {
            due.at += Math.floor(idle / due.lookEvery) * due.lookEvery;
            due.order = order++;
            due.putOff = true;
            continue;
          }
        }
        waiting.delete(due);
        now = Math.max(now, due.at);
        due.work();
        await rest();
      }
      now = Math.max(now, to);
    },
  };
}
