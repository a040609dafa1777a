import { useMemo } from 'react';
import { filterCases } from '#renderer/app/board/filter-cases.ts';
import { searchableWords } from '#renderer/app/board/searchable-words.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';

const MOST = 5;
const NONE: readonly QueueRow[] = [];

/** Open cases that have all of these words, most urgent first. */
export function useFound(words: string): readonly QueueRow[] {
  const { lang } = useSay();
  const open = usePicture((picture) => picture.board?.open ?? null);
  const wordsOf = useMemo(() => searchableWords(lang), [lang]);
  return useMemo(() => {
    if (words.trim().length < 2 || open === null) return NONE;
    const found = filterCases(open, { tab: 'open', words, span: null }, wordsOf);
    return found.slice(0, MOST).map(({ row }) => row);
  }, [words, open, wordsOf]);
}
