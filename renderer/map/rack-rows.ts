import type { Candidate } from '#shared/contract/view/desk.ts';

/** How much a card says: all; all but the names of its clocks and the reason; in two lines, who is on duty by initials. */
export type CardSize = 'whole' | 'brief' | 'slim';

/** A card on the rack and how much of it there is room for. */
export interface RackRow {
  candidate: Candidate;
  size: CardSize;
}

/** Px of a card, and between two. */
const HEIGHT: Readonly<Record<CardSize, number>> = { whole: 102, brief: 68, slim: 44 };
const REFUSED = 61;
const GAP = 8;
const TIGHT = 4;
/** What a card saves that has one clock, beside its name, or none. */
const ONE_CLOCK_LESS = 16;
const MOST = 9;

/** The cards that fit, with their height in all and the gap between them, px. */
export interface RackFit {
  rows: readonly RackRow[];
  height: number;
  gap: number;
  dropped: number;
}

/**
 * The cards that fit, at most nine. All are whole if they can be; else those far down the list turn brief, then all slim;
 * what then still has no room is left off. Which branch is aimed at changes nothing: no card moves under the pointer.
 * @param room px.
 */
export function rackFit(candidates: readonly Candidate[], room: number): RackFit {
  const rows = candidates.slice(0, MOST).map((candidate): RackRow => ({ candidate, size: 'whole' }));
  let gap = GAP;
  const all = () => rows.reduce((sum, row) => sum + heightOf(row) + gap, -gap);
  for (const row of rows.toReversed()) if (all() > room) row.size = 'brief';
  for (const row of rows.toReversed()) {
    if (all() <= room) break;
    gap = TIGHT;
    row.size = 'slim';
  }
  while (rows.length > 1 && all() > room) rows.pop();
  return { rows, height: Math.max(0, all()), gap, dropped: Math.min(MOST, candidates.length) - rows.length };
}

function heightOf({ candidate: { refused, verdict, ghosts }, size }: RackRow): number {
  if (refused !== null || verdict === 'no') return size === 'slim' ? HEIGHT.slim : REFUSED;
  return HEIGHT[size] - (size === 'whole' && ghosts.length < 2 ? ONE_CLOCK_LESS : 0);
}
