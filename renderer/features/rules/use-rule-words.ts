import { useSay } from '#renderer/ui/use-say.ts';
import type { PolicyView } from '#shared/contract/view/rules.ts';
import { sayLength } from '#shared/text/explain-clock.ts';

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
    promise({ row: { rule } }) {
      if (rule.kind === 'within') return say('rules.rule.within', { time: sayLength(say.lang, rule.minutes * 60_000) });
      if (rule.kind === 'days') return say('rules.rule.days', { n: rule.days });
      return say('rules.rule.same-day', { cut: rule.cutOff, late: rule.lateDue });
    },
    source: ({ row, setAt }) => (setAt === null ? say.key(`rules.source.${row.key}`) : row.source),
  };
}
