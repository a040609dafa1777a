import type { Timers } from '#engine/time/timers.ts';

/** Virtual time: nothing happens but what was put on it, one thing at a time. */
export interface Timeline extends Timers {
  /** ms since 1970, the true time of this world. */
  now(): number;
  /**
   * Lets all come to pass that is due until `to`, calling `settle` after each.
   * @param to ms since 1970
   */
  advance(to: number, settle: () => Promise<void>): Promise<void>;
}

interface Due {
  at: number;
  order: number;
  work: () => void;
}

/** Makes one that begins at `start`, ms since 1970. */
export function createTimeline(start: number): Timeline {
  let now = start;
  let order = 0;
  let waiting: Due[] = [];
  const takeNext = (to: number): Due | null => {
    let first: Due | null = null;
    for (const one of waiting)
      if (one.at <= to && (first === null || one.at < first.at || (one.at === first.at && one.order < first.order)))
        first = one;
    if (first !== null) waiting = waiting.filter((one) => one !== first);
    return first;
  };
  return {
    now: () => now,
    after(ms, work) {
      const due = { at: now + Math.max(0, ms), order: order++, work };
      waiting.push(due);
      return () => {
        waiting = waiting.filter((one) => one !== due);
      };
    },
    async advance(to, settle) {
      for (let due = takeNext(to); due !== null; due = takeNext(to)) {
        now = Math.max(now, due.at);
        due.work();
        await settle();
      }
      now = Math.max(now, to);
    },
  };
}
