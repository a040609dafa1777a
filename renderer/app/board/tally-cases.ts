import type { GuessView } from '#shared/contract/view/forecast.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import type { Tab } from './filter-cases.ts';
import { type Judged, judgeAll } from './judged-case.ts';
import { isSetBack } from './next-flip.ts';

export interface BoardCounts {
  open: number;
  missed: number;
  warned: number;
  running: number;
  paused: number;
  met: number;
  unassigned: number;
}

/** Every case judged and counted at one moment, whatever is shown of them. */
export interface Tally {
  /** ms since 1970. */
  at: number;
  /** Every case, in the order the rows stand in. */
  all: readonly Judged[];
  /** Every open case. */
  open: readonly Judged[];
  counts: BoardCounts;
  tabs: Readonly<Record<Tab, number>>;
  /** Open and late cases by lead branch. */
  loads: ReadonlyMap<string, { active: number; late: number }>;
  /** Open cases that will probably break a promise, by id: guesses, and shown as such. */
  guesses: ReadonlyMap<string, GuessView>;
  /** When the next clock changes its look by time alone, ms since 1970; Infinity when none will. */
  until: number;
}

/** Judges all rows at `now` (ms since 1970) and counts them. `before`: the last tally, whose judgements that still hold are kept; none does once the clock was set back. */
export function tallyCases(
  rows: Iterable<QueueRow>,
  guesses: ReadonlyMap<string, GuessView>,
  now: number,
  before: Tally | null = null,
): Tally {
  const all = judgeAll(rows, now, before === null || isSetBack(before.at, now) ? [] : before.all);
  const open: Judged[] = [];
  const counts: BoardCounts = { open: 0, missed: 0, warned: 0, running: 0, paused: 0, met: 0, unassigned: 0 };
  let conflict = 0;
  const loads = new Map<string, { active: number; late: number }>();
  let until = Number.POSITIVE_INFINITY;
  for (const judged of all) {
    const { row } = judged;
    if (judged.until < until) until = judged.until;
    if (row.conflicts > 0) conflict++;
    if (row.status === 'closed') continue;
    open.push(judged);
    counts[judged.urgency]++;
    if (row.lead === null) counts.unassigned++;
    else {
      const load = loads.get(row.lead) ?? { active: 0, late: 0 };
      if (load.active === 0) loads.set(row.lead, load);
      load.active++;
      // The leading clock is late wherever any is.
      if (judged.urgency === 'missed') load.late++;
    }
  }
  counts.open = open.length;
  const tabs = { open: open.length, unassigned: counts.unassigned, conflict, closed: all.length - open.length };
  return { at: now, all, open, counts, tabs, loads, guesses, until };
}
