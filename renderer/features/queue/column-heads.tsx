import { ArrowDown, ArrowUp } from 'lucide-react';
import { FACETS_OF } from '#renderer/app/board/facets.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { QueueColumn } from '#shared/contract/view/arrangement.ts';
import { FacetButton } from './facet-button.tsx';
import { useQueueTable } from './queue-table.ts';
import './column-heads.css';

/**
 * Heads of the wide queue. Click orders within each group, again turns it round, a third time lets it go; with Shift
 * beside what it is ordered by already. The funnel, or Alt and arrow down, opens the values the column can be
 * narrowed to.
 */
export function ColumnHeads({ columns }: { columns: readonly QueueColumn[] }) {
  const say = useSay();
  const { verbs } = useDesk();
  const sort = usePicture((picture) => picture.sort);
  const table = useQueueTable(sort, columns, verbs.setSort);
  return (
    <div className="queue-columns">
      {table.getVisibleLeafColumns().map((column) => {
        const id = column.id as QueueColumn;
        const words = say(`queue.column.${id}`);
        const facets = FACETS_OF[id];
        const [only] = facets.length === 1 ? facets : [];
        const direction = column.getIsSorted();
        const Arrow = direction === 'desc' ? ArrowDown : ArrowUp;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the two buttons in it
          <div
            key={id}
            className={`queue-column queue-column-${id}`}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' || !event.altKey) return;
              event.preventDefault();
              event.currentTarget.querySelector<HTMLElement>('.facet-button')?.click();
            }}
          >
            <button
              type="button"
              className="queue-sort"
              aria-label={say('queue.sort', { column: words })}
              aria-pressed={direction !== false}
              title={say('queue.sort.more')}
              onClick={column.getToggleSortingHandler()}
            >
              <span>{words}</span>
              {direction === false ? null : <Arrow size={14} strokeWidth={1.75} aria-hidden />}
              {direction !== false && sort.length > 1 ? <b>{column.getSortIndex() + 1}</b> : null}
            </button>
            {facets.length === 0 ? null : (
              <FacetButton
                facets={facets}
                label={say('arrange.filter', { column: only ? say(`filter.facet.${only}`) : words })}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}
