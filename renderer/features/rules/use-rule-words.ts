import { promiseInWords } from '#renderer/app/promise-in-words.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { PolicyView } from '#shared/contract/view/rules.ts';

/** What a version promises, and where it comes from, in words. */
export interface RuleWords {
  promise(version: PolicyView): string;
  /** Of one that was shipped with the product in this window's language; else as its supervisor wrote it. */
  source(version: PolicyView): string;
}

/** In this window's language. */
export function useRuleWords(): RuleWords {
  const say = useSay();
  return {
    promise: ({ row }) => promiseInWords(say, row.rule),
    source: ({ row, setAt }) => (setAt === null ? say.key(`rules.source.${row.key}`) : row.source),
  };
}
