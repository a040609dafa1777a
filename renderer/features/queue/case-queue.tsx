import { useMemo } from 'react';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import { useWidth } from '#renderer/ui/use-width.ts';
import { ColumnHeads } from './column-heads.tsx';
import { queueItems } from './queue-items.ts';
import { QueueList } from './queue-list.tsx';
import { QueueSearch } from './queue-search.tsx';
import { QueueTabs } from './queue-tabs.tsx';
import { QueueWords } from './queue-words.tsx';
import { SearchNote } from './search-note.tsx';
import { SpanChip } from './span-chip.tsx';
import './case-queue.css';

/** From this width on a row is one line of a table; below, two lines. The style sheet breaks at the same px. */
const WIDE_PX = 520;

/** The queue: every case the filter lets through, most urgent first, in groups. */
export function CaseQueue() {
  const say = useSay();
  const [ref, width] = useWidth<HTMLElement>();
  const shown = usePicture((picture) => picture.board?.shown ?? null);
  const { items, heads } = useMemo(() => queueItems(shown ?? []), [shown]);
  const wide = width >= WIDE_PX;
  return (
    <section className="queue" aria-label={say('desk.queue')} ref={ref}>
      <div className="queue-head">
        <QueueSearch />
        <SearchNote />
        <QueueTabs />
        <SpanChip />
      </div>
      {wide ? <ColumnHeads /> : null}
      {items.length === 0 ? <QueueWords /> : <QueueList items={items} heads={heads} wide={wide} />}
    </section>
  );
}
