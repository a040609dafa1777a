import type { Tab } from '#renderer/app/board/filter-cases.ts';
import { isNarrowed } from '#renderer/app/board/filter-picks.ts';
import type { ColumnWords, FacetPicks } from '#shared/contract/view/arrangement.ts';

/** Why nothing is shown, as data for words. */
export type Emptiness = 'words' | 'span' | 'columns' | 'offline' | Tab;

/** The nearest reason for an empty queue: what the person asked for first, then what is true of the store. */
export function emptinessOf(
  filter: { tab: Tab; words: string; span: unknown; columns?: ColumnWords; picks?: FacetPicks },
  stored: number,
  everSynced: boolean,
): Emptiness {
  if (filter.words.trim() !== '') return 'words';
  if (filter.span) return 'span';
  if (isNarrowed(filter)) return 'columns';
  return stored === 0 && !everSynced ? 'offline' : filter.tab;
}
