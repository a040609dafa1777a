import type { ClockStep } from '#shared/domain/clock-step.ts';
import { formatSummedDuration, formatSummedMoment } from './format.ts';
import type { Lang } from './lang.ts';
import { type Names, sayKey, sayRef } from './say.ts';

/** One line of a clock's arithmetic as a sentence: its words, then its figure where it has one. */
export function sayStep(lang: Lang, { step, amount }: ClockStep, names: Names): string {
  const words = sayRef(lang, step, names);
  if (amount.t === 'none') return words;
  const { t, v } = amount;
  return `${words}: ${t === 'duration' ? formatSummedDuration(lang, v) : formatSummedMoment(lang, v)}`;
}

/**
 * A clock's whole arithmetic as text to copy: the promise, then a line for each step, `+` before what is added and `=`
 * before the due time. Times carry their dates, for it may be read on another day.
 */
export function clockAsText(
  lang: Lang,
  clock: { key: string; steps: readonly ClockStep[] },
  names: Omit<Names, 'now'>,
): string {
  const sum = clock.steps.findIndex(({ amount }) => amount.t === 'sum');
  const lines = clock.steps.map((step, place) => {
    const added = step.amount.t === 'duration' && place < sum;
    return `${added ? '+ ' : step.amount.t === 'sum' ? '= ' : '  '}${sayStep(lang, step, names)}`;
  });
  return [sayKey(lang, `clock.long.${clock.key}`), ...lines].join('\n');
}
