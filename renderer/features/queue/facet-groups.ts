import { fold, wordsIn } from '#renderer/app/board/filter-cases.ts';
import type { FacetOption } from '#renderer/app/board/filter-picks.ts';
import type { QueueFacet } from '#shared/contract/view/arrangement.ts';

/** The values of one facet, as a menu lists them. */
export interface FacetGroup {
  facet: QueueFacet;
  options: readonly FacetOption[];
}

/** One line of a menu of values. */
export interface FacetLine extends FacetOption {
  facet: QueueFacet;
  /** Fit for an element's id, which holds no spaces. */
  id: string;
}

/** The values that hold every word typed, in their order; groups that have none left go. */
export function fittingGroups(groups: readonly FacetGroup[], typed: string): FacetGroup[] {
  const wanted = wordsIn(typed);
  const fits = ({ words }: FacetOption) => {
    const text = fold(words);
    return wanted.every((word) => text.includes(word));
  };
  return groups.flatMap(({ facet, options }) => {
    const left = options.filter(fits);
    return left.length === 0 ? [] : [{ facet, options: left }];
  });
}

/** The lines of the groups one after the other, as the arrow keys walk them. */
export function linesOf(groups: readonly FacetGroup[]): FacetLine[] {
  return groups.flatMap(({ facet, options }) =>
    options.map((option) => ({ ...option, facet, id: `${facet}:${option.value.replaceAll(' ', '_')}` })),
  );
}

/** The line in hand: the one last held, else the first that begins with what was typed, else the first. */
export function heldLine(lines: readonly FacetLine[], held: string | null, typed: string): FacetLine | undefined {
  const start = fold(typed.trim());
  const begins = (line: FacetLine) => start !== '' && fold(line.words).startsWith(start);
  return lines.find(({ id }) => id === held) ?? lines.find(begins) ?? lines[0];
}
