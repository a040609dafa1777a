import { useSay } from '#renderer/ui/use-say.ts';
import type { PolicyRowData } from '#shared/contract/wire/rule-values.ts';
import { formatDuration } from '#shared/text/format.ts';

/** What a promise promises, in words. */
export function useRuleWords(): (row: PolicyRowData) => string {
  const say = useSay();
  return ({ rule }) => {
    if (rule.kind === 'within')
      return say('rules.rule.within', { time: formatDuration(say.lang, rule.minutes * 60_000) });
    if (rule.kind === 'days') return say('rules.rule.days', { n: rule.days });
    return say('rules.rule.same-day', { cut: rule.cutOff, late: rule.lateDue });
  };
}
