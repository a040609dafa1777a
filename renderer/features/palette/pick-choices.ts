import { facetOptions, isNarrowed } from '#renderer/app/board/filter-picks.ts';
import type { Judged } from '#renderer/app/board/judged-case.ts';
import type { Desk, DeskPicture } from '#renderer/app/desk-context.ts';
import type { Say } from '#renderer/ui/use-say.ts';
import { QUEUE_FACETS } from '#shared/contract/view/arrangement.ts';
import type { Choice } from './choice.ts';
import { fitsWords } from './fit-words.ts';

/** Fewer letters would fit half of all values. */
const LEAST = 2;
const MOST = 6;

/** What the picks are counted in and what they are now. */
export interface PickAsk {
  cases: Judged[];
  filter: DeskPicture['filter'];
}

/** Values of columns the queue can be narrowed to by name (a state, a branch, a status …), and the way back from all. */
export function pickChoices(words: string, ask: PickAsk, verbs: Pick<Desk['verbs'], 'setFilter'>, say: Say): Choice[] {
  const { cases, filter } = ask;
  const picks = filter.picks ?? {};
  const all: Choice[] = isNarrowed(filter)
    ? [
        {
          ...plain('none', say('arrange.filter.clear'), ''),
          deed: { kind: 'ask', ask: () => verbs.setFilter({ picks: {}, columns: {} }) },
        },
      ]
    : [];
  if (words.trim().length < LEAST) return all;
  const values = QUEUE_FACETS.flatMap((facet) =>
    facetOptions(cases, picks, facet, say.lang)
      .filter((option) => fitsWords(words, option.words))
      .map(
        ({ value, words: title, count }): Choice => ({
          ...plain(`${facet} ${value}`, title, say('filter.count', { n: count })),
          why: say(`filter.facet.${facet}`),
          deed: { kind: 'ask', ask: () => verbs.setFilter({ picks: { ...picks, [facet]: [value] } }) },
        }),
      ),
  );
  return [...values.slice(0, MOST), ...all.filter(({ title }) => fitsWords(words, title))];
}

function plain(id: string, title: string, side: string): Omit<Choice, 'deed'> {
  return { id: `pick ${id}`, code: null, title, why: '', side, refused: null };
}
