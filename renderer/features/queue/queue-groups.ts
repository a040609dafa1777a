import type { Judged } from '#renderer/app/board/judged-case.ts';
import type { Urgency } from '#shared/clocks/urgency.ts';

export type Group = Urgency | 'closed';

/** A run of cases under one head; `from`: index of its first case. */
export interface QueueGroup {
  group: Group;
  from: number;
  count: number;
}

export const HEAD_PX = 24;

/** The group a case stands in. */
function groupOf({ row, urgency }: Judged): Group {
  return row.status === 'closed' ? 'closed' : urgency;
}

/** The groups of cases that are ordered by urgency already. */
export function queueGroups(shown: readonly Judged[]): QueueGroup[] {
  const groups: QueueGroup[] = [];
  let last: QueueGroup | undefined;
  for (let index = 0; index < shown.length; index++) {
    const group = groupOf(shown[index] as Judged);
    if (last?.group !== group) {
      last = { group, from: index, count: 0 };
      groups.push(last);
    }
    last.count++;
  }
  return groups;
}

/** How high the groups are together, px. */
export function heightOf(groups: readonly QueueGroup[], rowPx: number): number {
  return groups.reduce((sum, { count }) => sum + HEAD_PX + count * rowPx, 0);
}

/** The cases of each group that touch a stretch of the list, [top, bottom) in px; `first` > `last` where none does. */
export function casesWithin(groups: readonly QueueGroup[], rowPx: number, top: number, bottom: number) {
  let start = 0;
  return groups.map(({ from, count }) => {
    const rows = start + HEAD_PX;
    start = rows + count * rowPx;
    const first = Math.max(0, Math.floor((top - rows) / rowPx));
    const last = Math.min(count, Math.ceil((bottom - rows) / rowPx)) - 1;
    return { first: from + first, last: from + last };
  });
}

/** Where a case stands in the list, px from the top. */
export function topOf(groups: readonly QueueGroup[], rowPx: number, index: number): number {
  const heads = groups.filter(({ from }) => from <= index).length;
  return heads * HEAD_PX + index * rowPx;
}

/** The first case of the next group, or of this and then of the one before; the last case where there is none. */
export function groupStep(groups: readonly QueueGroup[], index: number, by: 1 | -1): number {
  const starts = groups.map(({ from }) => from);
  const last = groups.at(-1);
  if (by === -1) return starts.findLast((from) => from < index) ?? 0;
  return starts.find((from) => from > index) ?? (last ? last.from + last.count - 1 : 0);
}
