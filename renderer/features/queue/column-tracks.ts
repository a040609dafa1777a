import type { CSSProperties } from 'react';
import { QUEUE_COLUMNS, type QueueColumn } from '#shared/contract/view/arrangement.ts';

/** How wide a column is, and the least of it in px; two of them take what is left. */
const TRACKS: Readonly<Record<QueueColumn, { track: string; least: number }>> = {
  clock: { track: '132px', least: 132 },
  number: { track: '44px', least: 44 },
  what: { track: 'minmax(92px, 2fr)', least: 92 },
  where: { track: 'minmax(66px, 1.2fr)', least: 66 },
  lead: { track: 'clamp(64px, 10cqw, 72px)', least: 64 },
  source: { track: 'clamp(40px, 24cqw - 85px, 64px)', least: 40 },
  status: { track: '88px', least: 88 },
  received: { track: '76px', least: 76 },
};
const GAP_PX = 8;
/** What stands at both sides of a row, with the bar the list scrolls by. */
const SIDES_PX = 42;

/** The columns that have room side by side in a queue of this width (px): the last ones asked for give way. */
export function columnsThatFit(columns: readonly QueueColumn[], width: number): QueueColumn[] {
  let needed = SIDES_PX - GAP_PX;
  return columns.filter((column) => {
    needed += GAP_PX + TRACKS[column].least;
    return needed <= width;
  });
}

/** The columns as the style sheet takes them: tracks, areas in their order, and which cells are not drawn. */
export function columnTracks(columns: readonly QueueColumn[]): CSSProperties {
  const hidden = QUEUE_COLUMNS.filter((column) => !columns.includes(column));
  return {
    '--queue-tracks': columns.map((column) => TRACKS[column].track).join(' '),
    '--queue-areas': `"${columns.join(' ')}"`,
    ...Object.fromEntries(
      QUEUE_COLUMNS.map((column) => [`--show-${column}`, hidden.includes(column) ? 'none' : 'initial']),
    ),
  } as CSSProperties;
}
