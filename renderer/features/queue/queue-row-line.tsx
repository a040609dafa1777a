import { CloudUpload, GitCompare, Lock } from 'lucide-react';
import { memo, useRef } from 'react';
import type { Judged } from '#renderer/app/board/judged-case.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { shortNumber } from '#renderer/app/short-number.ts';
import { SourceIcon } from '#renderer/ui/source-icon.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { SearchHit } from '#shared/contract/view/search.ts';
import { formatMoment } from '#shared/text/format.ts';
import { FoundText } from './found-text.tsx';
import { LikelyMark } from './likely-mark.tsx';
import { ReadersMark } from './readers-mark.tsx';
import { RowClock } from './row-clock.tsx';
import { stateWord } from './state-word.ts';
import { useRowDrag } from './use-row-drag.ts';

export interface QueueRowLineProps {
  judged: Judged;
  /** 1 for the first case of the queue. */
  position: number;
  of: number;
  /** px from the top of the list. */
  top: number;
  selected: boolean;
  /** Picked to be moved together with others. */
  marked: boolean;
  inHand: boolean;
  /** Where the words of the search were found, when the row itself does not say. */
  hit: SearchHit | null;
  /** Cells that stand in few queues are made only where they show. */
  withStatus: boolean;
  withReceipt: boolean;
}

/** Id of a row's element, for screen readers and for menus that open at it. */
export function rowElementId(caseId: string): string {
  return `row-${caseId}`;
}

/** One case: clock, number, severity and kind, place and state, branch, source. One or two lines by the style sheet. */
export const QueueRowLine = memo(function QueueRowLine({
  judged,
  position,
  of,
  top,
  selected,
  marked,
  inHand,
  hit,
  withStatus,
  withReceipt,
}: QueueRowLineProps) {
  const { row } = judged;
  const state = row.state && stateWord(row.state, row.place);
  const say = useSay();
  const { verbs, clock } = useDesk();
  const ref = useRef<HTMLDivElement>(null);
  useRowDrag(ref, judged);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it has the keys (arrows, menu key)
    <div
      ref={ref}
      id={rowElementId(row.case)}
      className="queue-row"
      role="option"
      tabIndex={-1}
      aria-selected={selected || marked}
      aria-posinset={position}
      aria-setsize={of}
      data-case={row.case}
      data-incident={row.incident}
      data-urgency={judged.urgency}
      data-marked={marked ? '' : undefined}
      data-in-hand={inHand ? '' : undefined}
      data-lead={row.lead === null ? (hit?.text ? 'none-above' : 'none-below') : undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey) verbs.markBeside(row.case);
        else if (event.shiftKey) verbs.markTo(row.case);
        else verbs.select(row.case);
        ref.current?.closest<HTMLElement>('[data-desk-queue]')?.focus({ preventScroll: true });
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        verbs.openMenu({ case: row.case, at: { x: event.clientX, y: event.clientY } });
      }}
    >
      <RowClock judged={judged} />
      <span className="row-number" title={row.number}>
        {shortNumber(row.number, clock.now())}
      </span>
      <span className="row-what">
        <span>
          <span className={row.severity === 'death' ? 'row-death' : 'row-severity'}>
            {say(`severity.${row.severity}`)}
          </span>{' '}
          {say(`kind.short.${row.kind}`)}
        </span>
        {row.of > 1 ? <small>{`${row.ordinal}/${row.of}`}</small> : null}
      </span>
      <span className="row-where">
        {hit?.text ? <FoundText hit={hit} /> : null}
        {row.place ?? say('queue.no-place')}
        {state ? <small>{state}</small> : null}
      </span>
      <span className="row-lead">{row.lead ?? <em>{say('queue.unassigned')}</em>}</span>
      {withStatus ? <span className="row-status">{say(`status.${row.status}`)}</span> : null}
      {withReceipt ? <span className="row-received">{formatMoment(say.lang, row.receivedAt, clock.now())}</span> : null}
      <span className="row-marks">
        {judged.urgency === 'running' || judged.urgency === 'warned' ? <LikelyMark caseId={row.case} /> : null}
        <ReadersMark caseId={row.case} />
        {row.unsent > 0 ? (
          <span role="img" aria-label={say('queue.unsent')} title={say('queue.unsent')}>
            <CloudUpload size={14} strokeWidth={1.75} aria-hidden />
          </span>
        ) : null}
        {row.conflicts > 0 ? (
          <span
            role="img"
            aria-label={say('queue.conflict', { n: row.conflicts })}
            title={say('queue.conflict', { n: row.conflicts })}
          >
            <GitCompare size={14} strokeWidth={1.75} aria-hidden />
          </span>
        ) : null}
        {row.readOnly ? (
          <span role="img" aria-label={say('queue.read-only')} title={say('queue.read-only')}>
            <Lock size={14} strokeWidth={1.75} aria-hidden />
          </span>
        ) : null}
        <SourceIcon source={row.source} />
      </span>
    </div>
  );
});
