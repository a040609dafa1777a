import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import type { Judged } from '#renderer/app/board/judged-case.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { QueueColumn } from '#shared/contract/view/arrangement.ts';
import { GroupHead } from './group-head.tsx';
import { listKey } from './list-keys.ts';
import { casesWithin, HEAD_PX, type QueueGroup, topOf } from './queue-groups.ts';
import { QueueRowLine, rowElementId } from './queue-row-line.tsx';
import { useSeenStretch } from './use-seen-stretch.ts';

const NARROW_ROW_PX = 44;
const WIDE_ROW_PX = 32;

export interface QueueListProps {
  shown: readonly Judged[];
  groups: readonly QueueGroup[];
  wide: boolean;
  /** Columns that have room; a narrow queue's rows have a form of their own. */
  columns: readonly QueueColumn[];
}

/**
 * The lines of the queue; only those in sight are in the page, found by counting, for all are of one height. The head
 * of the group in sight stays at the top.
 */
export function QueueList({ shown, groups, wide, columns }: QueueListProps) {
  const say = useSay();
  const { verbs } = useDesk();
  const scroll = useRef<HTMLDivElement>(null);
  const selected = usePicture((picture) => picture.selectedCase);
  const marked = usePicture((picture) => picture.marked);
  const ticked = usePicture((picture) => picture.carried?.ticked ?? null);
  const found = usePicture((picture) => picture.found?.hits ?? null);
  const rowPx = wide ? WIDE_ROW_PX : NARROW_ROW_PX;
  const { top, bottom } = useSeenStretch(scroll);
  const stretches = casesWithin(groups, rowPx, top, bottom);

  const at = useMemo(() => shown.findIndex(({ row }) => row.case === selected), [shown, selected]);
  const seen = useRef(selected);
  // A selection made elsewhere comes into sight; a change of the order alone never moves the list under the pointer.
  useEffect(() => {
    const list = scroll.current;
    if (seen.current !== selected && at >= 0 && list) bringInSight(list, topOf(groups, rowPx, at), rowPx);
    seen.current = selected;
  }, [selected, at, groups, rowPx]);

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(((scroll.current?.clientHeight ?? 0) - HEAD_PX) / rowPx) - 1);
    if (listKey(event, { shown, groups, at, page, verbs })) event.preventDefault();
    else if ((event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) && selected !== null) {
      event.preventDefault();
      const box = document.getElementById(rowElementId(selected))?.getBoundingClientRect();
      if (box) verbs.openMenu({ case: selected, at: { x: box.left + 24, y: box.bottom } });
    }
  };

  return (
    <div
      ref={scroll}
      className="queue-list"
      role="listbox"
      aria-multiselectable
      aria-label={say('desk.queue')}
      aria-activedescendant={at >= 0 && selected !== null ? rowElementId(selected) : undefined}
      tabIndex={0}
      data-desk-queue
      data-carrying={ticked ? '' : undefined}
      onKeyDown={onKeyDown}
    >
      {groups.map(({ group, from, count }, place) => {
        const { first, last } = stretches[place] ?? { first: 0, last: -1 };
        return (
          <div key={group} className="queue-part" role="presentation" style={{ height: HEAD_PX + count * rowPx }}>
            <GroupHead group={group} count={count} />
            {shown.slice(first, Math.max(first, last + 1)).map((judged, offset) => (
              <QueueRowLine
                key={judged.row.case}
                judged={judged}
                position={first + offset + 1}
                of={shown.length}
                top={HEAD_PX + (first + offset - from) * rowPx}
                selected={judged.row.case === selected}
                marked={marked.has(judged.row.case)}
                hit={found?.get(judged.row.case) ?? null}
                withStatus={wide && columns.includes('status')}
                withReceipt={wide && columns.includes('received')}
                inHand={ticked?.includes(judged.row.case) ?? false}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}

/** Scrolls no further than it must; the head that stays at the top hides nothing. */
function bringInSight(list: HTMLElement, top: number, rowPx: number): void {
  const { scrollTop, clientHeight } = list;
  if (top - HEAD_PX < scrollTop) list.scrollTop = top - HEAD_PX;
  else if (top + rowPx > scrollTop + clientHeight) list.scrollTop = top + rowPx - clientHeight;
}
