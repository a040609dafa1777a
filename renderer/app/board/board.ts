import { isOpen, urgencyOf } from '#shared/clocks/urgency.ts';
import type { ColumnWords, FacetPicks, QueueSort } from '#shared/contract/view/arrangement.ts';
import type { GuessView } from '#shared/contract/view/forecast.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { filterColumns } from './column-words.ts';
import { filterCases, type Tab, underTab, type Words } from './filter-cases.ts';
import { filterPicks } from './filter-picks.ts';
import type { Judge, Judged } from './judged-case.ts';
import { orderCases } from './order-cases.ts';

export interface BoardCounts {
  open: number;
  missed: number;
  warned: number;
  running: number;
  paused: number;
  met: number;
  unassigned: number;
}

/** Everything the desk counts and shows, judged at one moment, so that queue, map, head and ruler agree. */
export interface Board {
  /** ms since 1970. */
  at: number;
  /** Every open case. */
  open: readonly Judged[];
  /** What all of the filter but the picked values lets through, in no order: what values are counted in. */
  pickable: Judged[];
  /** What the filter lets through, in the queue's order. */
  shown: readonly Judged[];
  counts: BoardCounts;
  tabs: Readonly<Record<Tab, number>>;
  /** Open and late cases by lead branch. */
  loads: ReadonlyMap<string, { active: number; late: number }>;
  /** Open cases that will probably break a promise, by id: guesses, and shown as such. */
  guesses: ReadonlyMap<string, GuessView>;
  /** Of them, how many are on time as yet. */
  likelyLate: number;
  /** When the next clock changes its look by time alone, ms since 1970; Infinity when none will. */
  until: number;
}

export interface BoardAsk {
  filter: {
    tab: Tab;
    words: string;
    span: { from: number; to: number } | null;
    columns?: ColumnWords;
    picks?: FacetPicks;
  };
  sort: readonly QueueSort[];
  lang: 'ms' | 'en';
  wordsOf: Words;
  /** What the engine found for the words; none when left out. */
  found?: { has(id: string): boolean } | null;
  /** None when left out. */
  guesses?: ReadonlyMap<string, GuessView>;
}

const NO_GUESSES: ReadonlyMap<string, GuessView> = new Map();

/** Judges all rows at `now` (ms since 1970), counts them, and picks and orders those that are shown. */
export function makeBoard(rows: Iterable<QueueRow>, ask: BoardAsk, judge: Judge, now: number): Board {
  const all: Judged[] = [];
  const open: Judged[] = [];
  const counts: BoardCounts = { open: 0, missed: 0, warned: 0, running: 0, paused: 0, met: 0, unassigned: 0 };
  const tabs = { open: 0, unassigned: 0, conflict: 0, closed: 0 };
  const loads = new Map<string, { active: number; late: number }>();
  const guesses = ask.guesses ?? NO_GUESSES;
  let likelyLate = 0;
  let until = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const judged = judge.of(row, now);
    all.push(judged);
    until = Math.min(until, judged.until);
    for (const tab of ['open', 'unassigned', 'conflict', 'closed'] as const) if (underTab(row, tab)) tabs[tab]++;
    if (row.status === 'closed') continue;
    open.push(judged);
    counts.open++;
    counts[judged.urgency]++;
    if (judged.urgency === 'running' && guesses.has(row.case)) likelyLate++;
    if (row.lead === null) counts.unassigned++;
    else {
      const load = loads.get(row.lead) ?? { active: 0, late: 0 };
      load.active++;
      if (hasLateClock(row, now)) load.late++;
      loads.set(row.lead, load);
    }
  }
  const found = filterCases(all, ask.filter, ask.wordsOf, ask.found ?? null);
  const pickable = filterColumns(found, ask.filter.columns ?? {}, ask.lang);
  const shown = orderCases(filterPicks(pickable, ask.filter.picks ?? {}), ask.sort, now, guesses);
  return { at: now, open, pickable, shown, counts, tabs, loads, guesses, likelyLate, until };
}

function hasLateClock(row: QueueRow, now: number): boolean {
  return row.clocks.some((clock) => isOpen(clock) && urgencyOf(clock, now) === 'missed');
}
