import { isOpen } from '#shared/clocks/urgency.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import type { Judged } from './judged-case.ts';

export type Tab = 'open' | 'unassigned' | 'conflict' | 'closed';

/** True when the case belongs under the tab. Conflicts show open and closed alike: a person must settle them. */
export function underTab(row: QueueRow, tab: Tab): boolean {
  if (tab === 'conflict') return row.conflicts > 0;
  if (tab === 'closed') return row.status === 'closed';
  if (row.status === 'closed') return false;
  return tab === 'open' || row.lead === null;
}

/** True when a running clock of the case falls due in [from, to), ms since 1970. */
export function dueWithin(row: QueueRow, from: number, to: number): boolean {
  return row.clocks.some((clock) => isOpen(clock) && clock.pausedSince === null && clock.due >= from && clock.due < to);
}

const PLAIN = /^[\x20-\x7e]*$/;

/** Letters and digits alone, lower case, without accents: what words are compared by. */
export function fold(text: string): string {
  // Most texts have no accents: looking costs less than taking them off.
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

/** All words of a row that may be searched, folded; in the language shown. */
export type Words = (row: QueueRow) => string;

/** Single words of a search, folded. */
export function wordsIn(text: string): string[] {
  return fold(text).split(/\s+/).filter(Boolean);
}

/** Cases under the tab, in the span and with every word of the search, in any order, or found by the engine for them. */
export function filterCases(
  cases: readonly Judged[],
  filter: { tab: Tab; words: string; span: { from: number; to: number } | null },
  wordsOf: Words,
  found: { has(id: string): boolean } | null = null,
): Judged[] {
  const wanted = wordsIn(filter.words);
  const { tab, span } = filter;
  return cases.filter((judged) => {
    const { row } = judged;
    if (!underTab(row, tab)) return false;
    if (span && !dueWithin(row, span.from, span.to)) return false;
    if (wanted.length === 0 || found?.has(row.case)) return true;
    if (judged.saidBy !== wordsOf) {
      judged.said = wordsOf(row);
      judged.saidBy = wordsOf;
    }
    const said = judged.said ?? '';
    for (const word of wanted) if (!said.includes(word)) return false;
    return true;
  });
}
