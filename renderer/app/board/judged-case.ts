import { isOpen, leadingClock, type Urgency, urgencyOf } from '#shared/clocks/urgency.ts';
import type { QueueRow, SlimClock } from '#shared/contract/view/queue-row.ts';

/** A case with the clock it shows and what that clock looks like. */
export interface Judged {
  row: QueueRow;
  /** The leading clock; null when none is open. */
  clock: SlimClock | null;
  urgency: Urgency;
  /** ms since 1970 of the next moment this may change by the passing of time alone; Infinity when never. */
  until: number;
}

/** Judges one case at `now` (ms since 1970). A closed case, or one whose clocks are all met, is `met`. */
export function judgeCase(row: QueueRow, now: number): Judged {
  const clock = row.status === 'closed' ? null : leadingClock(row.clocks, now);
  return { row, clock, urgency: clock ? urgencyOf(clock, now) : 'met', until: nextFlip(row, now) };
}

function nextFlip(row: QueueRow, now: number): number {
  let next = Number.POSITIVE_INFINITY;
  if (row.status === 'closed') return next;
  for (const clock of row.clocks) {
    if (!isOpen(clock) || clock.pausedSince !== null) continue;
    // Still on time at the due moment itself, late one millisecond after.
    if (clock.warnAt > now) next = Math.min(next, clock.warnAt);
    else if (clock.due >= now) next = Math.min(next, clock.due + 1);
  }
  return next;
}

/** Judges cases again only when their row is another or their time has come. */
export class Judge {
  readonly #known = new WeakMap<QueueRow, Judged>();

  /** @param now ms since 1970; may not run backwards by more than a clock correction. */
  of(row: QueueRow, now: number): Judged {
    const known = this.#known.get(row);
    if (known && now < known.until) return known;
    const judged = judgeCase(row, now);
    this.#known.set(row, judged);
    return judged;
  }
}
