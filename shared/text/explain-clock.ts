import type { ClockStep } from '#shared/domain/clock-step.ts';
import { formatSummedDuration, formatSummedMoment } from './format.ts';
import type { Lang } from './lang.ts';
import { type Names, say, sayKey, sayRef } from './say.ts';

const UNITS = [
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
  ['seconds', 1],
] as const;

/** A length in words, to the second: `2 hari 3 jam 10 minit`. @param ms not negative */
export function sayLength(lang: Lang, ms: number): string {
  let left = Math.floor(ms / 1_000);
  const parts = UNITS.flatMap(([unit, seconds]) => {
    const n = Math.floor(left / seconds);
    left -= n * seconds;
    return n === 0 ? [] : [say(lang, `clock.length.${unit}`, { n })];
  });
  return parts.length === 0 ? say(lang, 'clock.length.minutes', { n: 0 }) : parts.join(' ');
}

/** The time a promise allows: hours where it is a day, as people speak of it; whole days from two on. */
function sayAllowed(lang: Lang, ms: number): string {
  const hours = ms / 3_600_000;
  return hours === 24 ? say(lang, 'clock.length.hours', { n: hours }) : sayLength(lang, ms);
}

/** One line of a clock's arithmetic as a sentence: its words, then its figure where it has one. */
export function sayStep(lang: Lang, { step, amount }: ClockStep, names: Names): string {
  const words = sayRef(lang, step, names);
  if (amount.t === 'none') return words;
  const { t, v } = amount;
  return `${words}: ${t === 'duration' ? formatSummedDuration(lang, v) : formatSummedMoment(lang, v)}`;
}

/**
 * A clock's whole arithmetic as text to copy: the promise, then a line for each step, `+` before what is added and `=`
 * before the due time, lengths in words; last the version of the rule, where it is known. Times carry their dates, for
 * it may be read on another day.
 */
export function clockAsText(
  lang: Lang,
  clock: { key: string; steps: readonly ClockStep[]; policy?: string | undefined },
  names: Omit<Names, 'now'>,
): string {
  const sum = clock.steps.findIndex(({ amount }) => amount.t === 'sum');
  const lines = clock.steps.map(({ step, amount }, place) => {
    const words = sayRef(lang, step, names);
    if (amount.t === 'none') return `  ${words}`;
    if (amount.t !== 'duration')
      return `${amount.t === 'sum' ? '=' : ' '} ${words}: ${formatSummedMoment(lang, amount.v)}`;
    const length = (step.key === 'clock.step.allowance' ? sayAllowed : sayLength)(lang, amount.v);
    return `${place < sum ? '+' : ' '} ${words}: ${length}`;
  });
  const rule = clock.policy === undefined ? [] : [`  ${say(lang, 'clock.text.rule', { id: clock.policy })}`];
  return [sayKey(lang, `clock.long.${clock.key}`), ...lines, ...rule].join('\n');
}
