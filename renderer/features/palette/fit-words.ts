import { fold } from '#renderer/app/board/filter-cases.ts';
import { isNear } from '#shared/kit/near-word.ts';

/** True when every word typed begins a word of the text, or is a slip away from one. */
export function fitsWords(typed: string, text: string): boolean {
  const wanted = split(typed);
  const words = split(text);
  return wanted.every((word) => words.some((other) => other.startsWith(word) || isNear(word, other)));
}

function split(text: string): string[] {
  return fold(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}
