import {
  type ColumnDef,
  columnOrderingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Judged } from '#renderer/app/board/judged-case.ts';
import { QUEUE_COLUMNS, type QueueColumn, type QueueSort } from '#shared/contract/view/arrangement.ts';

const features = tableFeatures({ rowSortingFeature, columnOrderingFeature, columnVisibilityFeature });

const COLUMNS: ColumnDef<typeof features, Judged>[] = QUEUE_COLUMNS.map((id) => ({
  id,
  accessorFn: ({ row }: Judged) => row.number,
  sortDescFirst: false,
}));

/** Columns the queue is ordered by at once. */
const MOST_SORTS = 4;

/**
 * Rows never enter the table: the board orders them and the list takes them by index, so a hundred thousand cost no
 * more than the forty in sight. The table holds columns, their order and the state of the sorting.
 */
const NO_ROWS: Judged[] = [];

/** The queue's columns and their order as TanStack Table keeps it; Shift and click adds a column to the order. */
export function useQueueTable(
  sort: readonly QueueSort[],
  columns: readonly QueueColumn[],
  onSort: (sort: readonly QueueSort[]) => void,
) {
  const sorting = useMemo<SortingState>(
    () => sort.map(({ column, descending }) => ({ id: column, desc: descending })),
    [sort],
  );
  const columnOrder = useMemo(() => [...columns], [columns]);
  const columnVisibility = useMemo(
    () => Object.fromEntries(QUEUE_COLUMNS.map((id) => [id, columns.includes(id)])),
    [columns],
  );
  return useTable({
    features,
    columns: COLUMNS,
    data: NO_ROWS,
    manualSorting: true,
    maxMultiSortColCount: MOST_SORTS,
    state: { sorting, columnOrder, columnVisibility },
    onSortingChange: (updater: SortingState | ((old: SortingState) => SortingState)) => {
      const next = typeof updater === 'function' ? updater(sorting) : updater;
      onSort(next.map(({ id, desc }) => ({ column: id as QueueColumn, descending: desc })));
    },
  });
}
