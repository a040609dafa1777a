import { AND, BECAUSE, FILLER, isVerb, THIS, TO, type Verb, verbOf } from './command-words.ts';

/** A command as it was understood so far; nothing is looked up yet. */
export interface Reading {
  /** Null while the first word is no command: then all of it are words to look for. */
  verb: Verb | null;
  /** Cases as they were written: `12`, `#12`, `12-15`, `4512/3`, `K7-31`, `ini`. */
  refs: string[];
  /** A connecting word was written: what follows is a branch or a place. */
  aimed: boolean;
  /** What follows the cases: a branch, a place, words of a note. */
  rest: string;
  reason: string;
}

const REF =
  /^(?:#?\d{1,6}(?:-\d{1,6})?|(?:\d{4}-|\d{2}-)?\d{1,6}\/\d{1,3}|\d{4}-\d{3,6}(?:\/\d{1,3})?|[a-z][a-z0-9]{0,3}-\d{1,6}(?:\/\d{1,3})?)$/i;
/** Verbs whose words are kept whole: a note may well say "because". */
const WORDY: ReadonlySet<Verb> = new Set(['note', 'filter', 'go']);

/** Reads a command in Malay or English: verb, cases, where to, why. Never fails: what is not understood stays words. */
export function readCommand(text: string): Reading {
  const trimmed = text.trim();
  const [first = ''] = trimmed.split(/[\s:]+/, 1);
  const verb = verbOf(first);
  const bare: Reading = { verb: null, refs: [], aimed: false, rest: trimmed, reason: '' };
  if (verb === null)
    return REF.test(first) && first === trimmed ? { ...bare, verb: 'go', refs: [first], rest: '' } : bare;
  const after = trimmed.slice(first.length);
  // A colon after the verb: nothing but words follow.
  if (/^\s*:/.test(after)) return { ...bare, verb, rest: after.replace(/^\s*:\s*/, '') };
  const why = WORDY.has(verb) ? null : BECAUSE.exec(after);
  const [head, reason] = why ? [after.slice(0, why.index), after.slice(why.index + why[0].length)] : [after, ''];
  const words = head.replaceAll(',', ' , ').split(/\s+/).filter(Boolean);
  // Where to may be a case too: `pergi ke 12`.
  const sent = verb === 'go' && TO.has(words[0]?.toLowerCase() ?? '');
  const { refs, rest } = takeRefs(sent ? words.slice(1) : words);
  if (sent) return { verb, refs, aimed: true, rest: rest.join(' '), reason: '' };
  const aimed = TO.has(rest[0]?.toLowerCase() ?? '');
  // Kota Bharu is no misspelt note and Perak no unfinished word: a verb is guessed only where a command goes on.
  if (!isVerb(first) && refs.length === 0 && !aimed) return bare;
  return { verb, refs, aimed, rest: rest.slice(aimed ? 1 : 0).join(' '), reason: reason.trim() };
}

/** Cases at the head of the words, and what is left. */
function takeRefs(words: readonly string[]): { refs: string[]; rest: string[] } {
  const refs: string[] = [];
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    const low = word.toLowerCase();
    if (THIS.has(low)) refs.push('ini');
    else if (REF.test(word)) refs.push(word);
    else if (!(FILLER.has(low) || (AND.has(low) && refs.length > 0))) break;
  }
  return { refs, rest: words.slice(at).map((word) => (word === ',' ? ',' : word)) };
}
