import { leadingClock, type Urgency, urgencyOf } from '#shared/clocks/urgency.ts';
import type { QueueRow, SlimClock } from '#shared/contract/view/queue-row.ts';
import { nextFlip } from './next-flip.ts';

/** A case with the clock it shows and what that clock looks like. */
export interface Judged {
  row: QueueRow;
  /** The leading clock; null when none is open. */
  clock: SlimClock | null;
  urgency: Urgency;
  /** ms since 1970 of the next moment this may change by the passing of time alone; Infinity when never. */
  until: number;
  /** The row's words as they were last looked through, and what said them: kept here for the next letter typed. */
  said?: string;
  saidBy?: ((row: QueueRow) => string) | null;
}

/** Judges one case at `now` (ms since 1970). A closed case, or one whose clocks are all met, is `met`. */
export function judgeCase(row: QueueRow, now: number): Judged {
  const clock = row.status === 'closed' ? null : leadingClock(row.clocks, now);
  return {
    row,
    clock,
    urgency: clock ? urgencyOf(clock, now) : 'met',
    until: nextFlip(row.status !== 'closed', row.clocks, now),
    said: '',
    saidBy: null,
  };
}

/**
 * Judges cases at `now` (ms since 1970; not for a clock that was set back since `before`).
 * @param before judgements of before, in the order of the rows: one stands while its row is the same and its time has
 * not come. Rows that came or went since cost nothing but themselves.
 */
export function judgeAll(rows: Iterable<QueueRow>, now: number, before: readonly Judged[]): Judged[] {
  const all: Judged[] = [];
  let places: Map<string, number> | null = null;
  let at = 0;
  for (const row of rows) {
    // Rows keep their places, one that changed too; only where some came or went is it looked up where they stood.
    if (at < before.length && before[at]?.row.case !== row.case) {
      places ??= new Map(before.map((judged, place) => [judged.row.case, place]));
      at = places.get(row.case) ?? at;
    }
    const known = before[at];
    all.push(known?.row === row && now < known.until ? known : judgeCase(row, now));
    if (known?.row.case === row.case) at++;
  }
  return all;
}
