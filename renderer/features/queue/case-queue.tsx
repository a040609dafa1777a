import { useMemo } from 'react';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import { useWidth } from '#renderer/ui/use-width.ts';
import { FIRST_ARRANGEMENT, QUEUE_FACETS } from '#shared/contract/view/arrangement.ts';
import { ArrangeButton } from './arrange-button.tsx';
import { ColumnHeads } from './column-heads.tsx';
import { columnsThatFit, columnTracks } from './column-tracks.ts';
import { FacetButton } from './facet-button.tsx';
import { FilterChips } from './filter-chips.tsx';
import { queueGroups } from './queue-groups.ts';
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
  const asked = usePicture(({ session }) => (session.arrangement ?? FIRST_ARRANGEMENT).columns);
  const groups = useMemo(() => queueGroups(shown ?? []), [shown]);
  const wide = width >= WIDE_PX;
  const columns = useMemo(() => (wide ? columnsThatFit(asked, width) : asked), [asked, wide, width]);
  const tracks = useMemo(() => columnTracks(columns), [columns]);
  return (
    <section className="queue" aria-label={say('desk.queue')} ref={ref} style={tracks}>
      <div className="queue-head">
        <div className="queue-top">
          <QueueSearch />
          <FacetButton facets={QUEUE_FACETS} label={say('filter.open')} isKeyed />
          <ArrangeButton />
        </div>
        <SearchNote />
        <QueueTabs />
        <SpanChip />
        <FilterChips />
      </div>
      {wide ? <ColumnHeads columns={columns} /> : null}
      {shown === null || shown.length === 0 ? (
        <QueueWords />
      ) : (
        <QueueList shown={shown} groups={groups} wide={wide} columns={columns} />
      )}
    </section>
  );
}
