import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { branchByCode } from '#shared/geo/branches.ts';
import { sayKey } from '#shared/text/say.ts';
import { fold, type Words } from './filter-cases.ts';

/** Number, old labels, place, state, kind, severity and branch of a row in one language; kept per row. */
export function searchableWords(lang: 'ms' | 'en'): Words {
  const known = new WeakMap<QueueRow, string>();
  return (row) => {
    const kept = known.get(row);
    if (kept !== undefined) return kept;
    const words = fold(
      [
        row.number,
        ...row.aliases,
        row.place ?? '',
        row.state ?? '',
        sayKey(lang, `kind.${row.kind}`),
        sayKey(lang, `kind.short.${row.kind}`),
        sayKey(lang, `severity.${row.severity}`),
        row.lead ?? sayKey(lang, 'queue.unassigned'),
        row.lead ? (branchByCode(row.lead)?.short ?? '') : '',
      ].join(' '),
    );
    known.set(row, words);
    return words;
  };
}
