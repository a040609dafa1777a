import type { ColumnWords, FacetPicks, QueueSort } from '#shared/contract/view/arrangement.ts';
import { filterColumns } from './column-words.ts';
import { filterCases, type Tab, type Words } from './filter-cases.ts';
import { filterPicks } from './filter-picks.ts';
import type { Judged } from './judged-case.ts';
import { orderCases } from './order-cases.ts';
import type { Tally } from './tally-cases.ts';

/** Everything the desk counts and shows, judged at one moment, so that queue, map, head and ruler agree. */
export interface Board extends Tally {
  /** What all of the filter but the picked values lets through, in no order: what values are counted in. */
  pickable: Judged[];
  /** What the filter lets through, in the queue's order. */
  shown: readonly Judged[];
  /** Of those shown and still on time, how many will probably be late. */
  likelyLate: number;
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
}

/** Picks and orders those of the counted cases that are shown. @param now ms since 1970 */
export function makeBoard(tally: Tally, ask: BoardAsk, now: number): Board {
  const found = filterCases(tally.all, ask.filter, ask.wordsOf, ask.found ?? null);
  const pickable = filterColumns(found, ask.filter.columns ?? {}, ask.lang);
  const shown = orderCases(filterPicks(pickable, ask.filter.picks ?? {}), ask.sort, now, tally.guesses);
  return { ...tally, at: now, pickable, shown, likelyLate: likelyAmong(shown, tally.guesses) };
}

function likelyAmong(shown: readonly Judged[], guesses: Tally['guesses']): number {
  if (guesses.size === 0) return 0;
  let likely = 0;
  for (const { row, urgency } of shown) if (urgency === 'running' && guesses.has(row.case)) likely++;
  return likely;
}
