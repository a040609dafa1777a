import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import { GroupHead } from './group-head.tsx';
import { headAbove, type QueueItem } from './queue-items.ts';
import { QueueRowLine, rowElementId } from './queue-row-line.tsx';

const HEAD_PX = 24;
const NARROW_ROW_PX = 44;
const WIDE_ROW_PX = 32;

export interface QueueListProps {
  items: readonly QueueItem[];
  /** Index of every head in `items`. */
  heads: readonly number[];
  wide: boolean;
}

/** The lines of the queue; only those in sight are in the page. The head of the group in sight stays at the top. */
export function QueueList({ items, heads, wide }: QueueListProps) {
  const say = useSay();
  const { verbs } = useDesk();
  const scroll = useRef<HTMLDivElement>(null);
  const selected = usePicture((picture) => picture.selectedCase);
  const marked = usePicture((picture) => picture.marked);
  const ticked = usePicture((picture) => picture.carried?.ticked ?? null);
  const found = usePicture((picture) => picture.found?.hits ?? null);
  const rowPx = wide ? WIDE_ROW_PX : NARROW_ROW_PX;
  const topHead = useRef(0);
  const cases = items.length - heads.length;

  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => (items[index]?.kind === 'head' ? HEAD_PX : rowPx),
    getItemKey: (index) => {
      const item = items[index];
      return item?.kind === 'case' ? item.judged.row.case : `head ${item?.group ?? index}`;
    },
    overscan: 8,
    scrollPaddingStart: HEAD_PX,
    rangeExtractor: useCallback(
      (range: Range) => {
        topHead.current = headAbove(heads, range.startIndex);
        return [...new Set([topHead.current, ...defaultRangeExtractor(range)])].sort((a, b) => a - b);
      },
      [heads],
    ),
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are fixed by the form; a new list measures itself
  useEffect(() => virtual.measure(), [rowPx, items]);

  const at = useMemo(
    () => items.findIndex((item) => item.kind === 'case' && item.judged.row.case === selected),
    [items, selected],
  );
  const seen = useRef(selected);
  // A selection made elsewhere comes into sight; a change of the order alone never moves the list under the pointer.
  useEffect(() => {
    if (seen.current !== selected && at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
    seen.current = selected;
  }, [selected, at, virtual]);

  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    if (by !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (event.shiftKey) verbs.markStep(by);
      else verbs.step(by);
    } else if (event.key === ' ' && selected !== null) {
      event.preventDefault();
      verbs.mark([selected], 'toggle');
    } else if ((event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) && selected !== null) {
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
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index];
          if (!item) return null;
          const sticky = index === topHead.current;
          const place = sticky ? ({ position: 'sticky', top: 0 } as const) : { transform: `translateY(${start}px)` };
          return item.kind === 'head' ? (
            <GroupHead key={key} group={item.group} count={item.count} style={place} />
          ) : (
            <QueueRowLine
              key={key}
              judged={item.judged}
              position={item.position}
              of={cases}
              top={start}
              selected={item.judged.row.case === selected}
              marked={marked.has(item.judged.row.case)}
              hit={found?.get(item.judged.row.case) ?? null}
              inHand={ticked?.includes(item.judged.row.case) ?? false}
            />
          );
        })}
      </div>
    </div>
  );
}
