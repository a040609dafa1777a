import { ArrowDown, ArrowUp } from 'lucide-react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { QueueColumn } from '#shared/contract/view/arrangement.ts';
import { useQueueTable } from './queue-table.ts';

/**
 * Heads of the wide queue: click orders within each group, again turns it round, a third time lets it go; with Shift
 * beside what it is ordered by already.
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
        const direction = column.getIsSorted();
        const Arrow = direction === 'desc' ? ArrowDown : ArrowUp;
        return (
          <button
            key={id}
            type="button"
            className={`queue-column queue-column-${id}`}
            aria-label={say('queue.sort', { column: words })}
            aria-pressed={direction !== false}
            title={say('queue.sort.more')}
            onClick={column.getToggleSortingHandler()}
          >
            <span>{words}</span>
            {direction === false ? null : <Arrow size={14} strokeWidth={1.75} aria-hidden />}
            {direction !== false && sort.length > 1 ? <b>{column.getSortIndex() + 1}</b> : null}
          </button>
        );
      })}
    </div>
  );
}
