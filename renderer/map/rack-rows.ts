import type { Candidate } from '#shared/contract/view/desk.ts';

/** A card on the rack and whether it must be brief. */
export interface RackRow {
  candidate: Candidate;
  brief: boolean;
}

/** Px of a card with everything, with its clocks alone, and of a refusal; and between two. */
const FULL = 98;
const BRIEF = 61;
const REFUSED = 61;
const GAP = 8;
/** What a card saves that has one clock, beside its name, or none. */
const ONE_CLOCK_LESS = 16;

/**
 * The cards that fit, at most nine. All are whole if they can be; else those far down the list turn brief; what then
 * still has no room is left off. Which branch is aimed at changes nothing: no card moves under the pointer. @param room px.
 */
export function rackRows(candidates: readonly Candidate[], room: number): RackRow[] {
  const rows = candidates.slice(0, 9).map((candidate) => ({ candidate, brief: false }));
  const height = ({ candidate: { refused, verdict, ghosts }, brief }: RackRow) => {
    if (refused !== null || verdict === 'no') return REFUSED + GAP;
    return (brief ? BRIEF : FULL) + GAP - (ghosts.length < 2 ? ONE_CLOCK_LESS : 0);
  };
  const all = () => rows.reduce((sum, row) => sum + height(row), -GAP);
  for (const row of rows.toReversed()) if (all() > room) row.brief = true;
  while (rows.length > 1 && all() > room) rows.pop();
  return rows;
}
