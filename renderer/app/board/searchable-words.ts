import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { sayKey } from '#shared/text/say.ts';
import { branchName } from '../branch-name.ts';
import { fold, type Words } from './filter-cases.ts';

/** Number, old labels, place, state, kind, severity and branch of a row in one language; kept per row. */
export function searchableWords(lang: 'ms' | 'en'): Words {
  const known = new WeakMap<QueueRow, string>();
  const spoken = new Map<string, string>();
  /** Words that many rows share are looked up and folded once. */
  const say = (key: string) => {
    const kept = spoken.get(key);
    if (kept !== undefined) return kept;
    const words = fold(sayKey(lang, key));
    spoken.set(key, words);
    return words;
  };
  return (row) => {
    const kept = known.get(row);
    if (kept !== undefined) return kept;
    const branch = row.lead === null ? say('queue.unassigned') : branchName(row.lead);
    const own = fold([row.number, ...row.aliases, row.place ?? '', row.state ?? '', branch].join(' '));
    const words = `${own} ${say(`kind.${row.kind}`)} ${say(`kind.short.${row.kind}`)} ${say(`severity.${row.severity}`)}`;
    known.set(row, words);
    return words;
  };
}
