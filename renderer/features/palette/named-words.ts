import type { Say } from '#renderer/ui/use-say.ts';
import type { Named } from './name-cases.ts';
import type { Reading } from './read-command.ts';

/** Case numbers that fit in a line; more are counted. */
const MOST = 6;

/** Which cases the line means, what it does not know, or what is missing; null when there is nothing to say. */
export function namedWords({ verb, refs }: Reading, { cases, unclear, unknown }: Named, say: Say): string | null {
  if (unknown.length > 0) return say('palette.unknown', { numbers: unknown.join(', ') });
  const [first] = unclear;
  if (first) return say('palette.unclear', { ref: first.ref });
  if (verb === null || verb === 'undo' || verb === 'filter' || (verb === 'go' && refs.length === 0)) return null;
  if (cases.length === 0) return say('palette.no-case');
  const numbers = cases.slice(0, MOST).map(({ number }) => number);
  const more = cases.length > MOST ? ` +${cases.length - MOST}` : '';
  return cases.length === 1
    ? say('palette.case', { number: numbers.join() })
    : say('palette.cases', { numbers: `${numbers.join(', ')}${more}` });
}
