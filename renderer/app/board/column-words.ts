import type { ColumnWords, QueueColumn } from '#shared/contract/view/arrangement.ts';
import { formatDay } from '#shared/text/format.ts';
import { sayKey } from '#shared/text/say.ts';
import { branchName } from '../branch-name.ts';
import { fold, wordsIn } from './filter-cases.ts';
import type { Judged } from './judged-case.ts';

/** What a column says of a case, in words of one language. */
export function columnWords({ row, clock }: Judged, column: QueueColumn, lang: 'ms' | 'en'): string {
  switch (column) {
    case 'clock':
      return clock === null
        ? ''
        : `${sayKey(lang, `clock.name.${clock.key}`)} ${sayKey(lang, `clock.long.${clock.key}`)}`;
    case 'number':
      return [row.number, ...row.aliases].join(' ');
    case 'what':
      return `${sayKey(lang, `severity.${row.severity}`)} ${sayKey(lang, `kind.${row.kind}`)} ${sayKey(lang, `kind.short.${row.kind}`)}`;
    case 'where':
      return `${row.place ?? ''} ${row.state ?? ''}`;
    case 'lead':
      return row.lead === null ? sayKey(lang, 'queue.unassigned') : branchName(row.lead);
    case 'source':
      return sayKey(lang, `source.${row.source}`);
    case 'status':
      return sayKey(lang, `status.${row.status}`);
    case 'received':
      return formatDay(lang, row.receivedAt, row.receivedAt);
  }
}

/** Cases whose columns say what is asked of each. */
export function filterColumns(cases: Judged[], asked: ColumnWords, lang: 'ms' | 'en'): Judged[] {
  const wanted = Object.entries(asked)
    .map(([column, words]) => ({ column: column as QueueColumn, words: wordsIn(words) }))
    .filter(({ words }) => words.length > 0);
  if (wanted.length === 0) return cases;
  return cases.filter((judged) =>
    wanted.every(({ column, words }) => {
      const said = fold(columnWords(judged, column, lang));
      return words.every((word) => said.includes(word));
    }),
  );
}
