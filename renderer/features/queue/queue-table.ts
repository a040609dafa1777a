import { type ColumnDef, rowSortingFeature, type SortingState, tableFeatures, useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Judged } from '#renderer/app/board/judged-case.ts';
import { QUEUE_COLUMNS, type QueueColumn, type QueueSort } from '#renderer/app/board/order-cases.ts';

const features = tableFeatures({ rowSortingFeature });

const COLUMNS: ColumnDef<typeof features, Judged>[] = QUEUE_COLUMNS.map((id) => ({
  id,
  accessorFn: ({ row }: Judged) => row.number,
  sortDescFirst: false,
}));

/**
 * Rows never enter the table: the board orders them and the list takes them by index, so a hundred thousand cost no
 * more than the forty in sight. The table holds columns and the state of the order.
 */
const NO_ROWS: Judged[] = [];

/** The queue's columns and their order as TanStack Table keeps it. */
export function useQueueTable(sort: QueueSort | null, onSort: (sort: QueueSort | null) => void) {
  const sorting = useMemo<SortingState>(() => (sort ? [{ id: sort.column, desc: sort.descending }] : []), [sort]);
  return useTable({
    features,
    columns: COLUMNS,
    data: NO_ROWS,
    manualSorting: true,
    enableMultiSort: false,
    state: { sorting },
    onSortingChange: (updater: SortingState | ((old: SortingState) => SortingState)) => {
      const [first] = typeof updater === 'function' ? updater(sorting) : updater;
      onSort(first ? { column: first.id as QueueColumn, descending: first.desc } : null);
    },
  });
}
