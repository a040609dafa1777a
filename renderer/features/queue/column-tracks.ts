import type { CSSProperties } from 'react';
import { QUEUE_COLUMNS, type QueueColumn } from '#shared/contract/view/arrangement.ts';

/** How wide a column is; one of them takes what is left. */
const TRACKS: Readonly<Record<QueueColumn, string>> = {
  clock: '132px',
  number: '44px',
  what: 'minmax(92px, 2fr)',
  where: 'minmax(76px, 1.2fr)',
  lead: 'clamp(64px, 10cqw, 72px)',
  source: 'clamp(40px, 10cqw - 8px, 68px)',
  status: '88px',
  received: '76px',
};

/** The columns as the style sheet takes them: tracks, areas in their order, and which cells are not drawn. */
export function columnTracks(columns: readonly QueueColumn[]): CSSProperties {
  const hidden = QUEUE_COLUMNS.filter((column) => !columns.includes(column));
  return {
    '--queue-tracks': columns.map((column) => TRACKS[column]).join(' '),
    '--queue-areas': `"${columns.join(' ')}"`,
    ...Object.fromEntries(
      QUEUE_COLUMNS.map((column) => [`--show-${column}`, hidden.includes(column) ? 'none' : 'initial']),
    ),
  } as CSSProperties;
}
