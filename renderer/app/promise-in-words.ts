import type { Say } from '#renderer/ui/use-say.ts';
import type { PolicyView } from '#shared/contract/view/rules.ts';
import { sayLength } from '#shared/text/explain-clock.ts';

/** What a version of a promise says: within how long, how many days, or the same day up to an hour. */
export function promiseInWords(say: Say, rule: PolicyView['row']['rule']): string {
  if (rule.kind === 'within') return say('rules.rule.within', { time: sayLength(say.lang, rule.minutes * 60_000) });
  if (rule.kind === 'days') return say('rules.rule.days', { n: rule.days });
  return say('rules.rule.same-day', { cut: rule.cutOff, late: rule.lateDue });
}
