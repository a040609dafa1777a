import type { Say } from '#renderer/ui/use-say.ts';
import type { TextKey } from '#shared/text/say.ts';
import type { Choice } from './choice.ts';
import { VERBS, type Verb, verbOf } from './command-words.ts';

/** Every command with an example; with words those that the first word may become. */
export function verbChoices(words: string, say: Say): Choice[] {
  const [first = ''] = words.trim().toLowerCase().split(/\s+/, 1);
  const meant = verbOf(first);
  return (Object.keys(VERBS) as Verb[])
    .filter((verb) => first === '' || verb === meant || VERBS[verb].some((word) => word.startsWith(first)))
    .map((verb) => ({
      id: `verb ${verb}`,
      code: null,
      title:
        verb === 'go' || verb === 'filter'
          ? say(`palette.name.${verb}`)
          : verb === 'assist'
            ? say('act.set-assist')
            : say(`act.${verb}` as TextKey & `act.${typeof verb}`),
      why: say(`palette.like.${verb}`),
      side: '',
      refused: null,
      verb: say('palette.choose'),
      deed: { kind: 'fill', text: textOf(verb, say) },
    }));
}

function textOf(verb: Verb, say: Say): string {
  if (verb === 'undo' || verb === 'go' || verb === 'filter') return say(`palette.verb.${verb}`);
  return say(`palette.verb.${verb}`, { ref: '' }).replace(/ {2}.*$/, ' ');
}
