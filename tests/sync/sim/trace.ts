import { createHash } from 'node:crypto';

/** All that happened, line by line: two runs of one seed give the same hash. */
export interface Trace {
  add(...words: (string | number)[]): void;
  hash(): string;
  lines(): readonly string[];
}

/** Makes an empty one. @param now virtual ms since 1970 */
export function createTrace(now: () => number): Trace {
  const lines: string[] = [];
  return {
    add: (...words) => void lines.push(`${now()} ${words.join(' ')}`),
    hash: () => createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16),
    lines: () => lines,
  };
}
