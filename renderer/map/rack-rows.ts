import type { Candidate } from '#shared/contract/view/desk.ts';

/** A card on the rack and whether it must be brief. */
export interface RackRow {
  candidate: Candidate;
  brief: boolean;
}

/** Px of a card with everything, with its clocks alone, and of a refusal; and between two. */
const FULL = 101;
const BRIEF = 64;
const REFUSED = 62;
const GAP = 8;

/**
 * The cards that fit, at most nine. All are whole if they can be; else those far down the list turn brief, never the
 * target; what then still has no room is left off. @param room px.
 */
export function rackRows(candidates: readonly Candidate[], target: string | null, room: number): RackRow[] {
  const rows = candidates.slice(0, 9).map((candidate) => ({ candidate, brief: false }));
  const height = (row: RackRow) => {
    if (row.candidate.refused !== null || row.candidate.verdict === 'no') return REFUSED + GAP;
    return (row.brief ? BRIEF : FULL) + GAP;
  };
  const all = () => rows.reduce((sum, row) => sum + height(row), -GAP);
  for (let i = rows.length - 1; i >= 0 && all() > room; i--) {
    const row = rows[i];
    if (row && row.candidate.branch !== target) row.brief = true;
  }
  while (rows.length > 1 && all() > room) {
    const last = rows.findLastIndex((row) => row.candidate.branch !== target);
    rows.splice(last, 1);
  }
  return rows;
}
