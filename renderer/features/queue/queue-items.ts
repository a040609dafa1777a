import type { Tab } from '#renderer/app/board/filter-cases.ts';
import { isNarrowed } from '#renderer/app/board/filter-picks.ts';
import type { Judged } from '#renderer/app/board/judged-case.ts';
import type { Urgency } from '#shared/clocks/urgency.ts';
import type { ColumnWords, FacetPicks } from '#shared/contract/view/arrangement.ts';

export type Group = Urgency | 'closed';

/** One line of the queue: a head over a group, or a case. */
export type QueueItem =
  | { kind: 'head'; group: Group; count: number }
  | { kind: 'case'; judged: Judged; position: number };

/** Lines of the queue from cases that are ordered by urgency already, with the index of every head. */
export function queueItems(shown: readonly Judged[]): { items: QueueItem[]; heads: number[] } {
  const items: QueueItem[] = [];
  const heads: number[] = [];
  let head: Extract<QueueItem, { kind: 'head' }> | null = null;
  shown.forEach((judged, index) => {
    const group = judged.row.status === 'closed' ? 'closed' : judged.urgency;
    if (head === null || head.group !== group) {
      head = { kind: 'head', group, count: 0 };
      heads.push(items.length);
      items.push(head);
    }
    head.count++;
    items.push({ kind: 'case', judged, position: index + 1 });
  });
  return { items, heads };
}

/** The head that stands at the top while `index` is the first line in sight. */
export function headAbove(heads: readonly number[], index: number): number {
  let found = heads[0] ?? 0;
  for (const head of heads) {
    if (head > index) break;
    found = head;
  }
  return found;
}

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
  const said = Object.values(filter.columns ?? {}).some((words) => words.trim() !== '');
  if (said || isNarrowed(filter.picks ?? {})) return 'columns';
  return stored === 0 && !everSynced ? 'offline' : filter.tab;
}
