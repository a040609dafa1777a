import { urgencyRank } from '#shared/clocks/urgency.ts';
import type { QueueSort } from '#shared/contract/view/arrangement.ts';
import { columnKeys, keysOf, leftOf } from './column-keys.ts';
import type { Judged } from './judged-case.ts';
import { compareKeys, orderByKeys } from './order-by-keys.ts';

const NONE = { has: () => false };

/**
 * Most urgent group first; within a group by the chosen columns, one after the other, then by time left, receipt and id, so that equal
 * cases never change places. Closed cases: latest received first. Where no column is chosen, of those that are on time the
 * ones that will probably be late come first. @param now ms since 1970.
 */
export function orderCases(
  cases: readonly Judged[],
  sort: readonly QueueSort[],
  now: number,
  guesses: { has(id: string): boolean } = NONE,
): Judged[] {
  const guessed = sort.length === 0;
  const keys = [
    keysOf(
      cases,
      ({ urgency, row }) =>
        // Those closed behind those whose clocks are all met.
        (row.status === 'closed' ? 1 : 0) +
        2 * urgencyRank(urgency) -
        (guessed && urgency === 'running' && guesses.has(row.case) ? 1 : 0),
    ),
    ...sort.map(({ column, descending }) => columnKeys(cases, column, descending, now)),
    keysOf(cases, (judged) => leftOf(judged, now)),
    // Cases that wait: first come first; cases at rest: latest first.
    keysOf(cases, ({ row, clock }) => (clock === null ? -row.receivedAt : row.receivedAt)),
  ];
  const order = orderByKeys(cases.length, keys);
  const ordered = Array.from(order, (at) => cases[at] as Judged);
  settleEqual(ordered, order, keys);
  return ordered;
}

/** Cases that no key tells apart stand by their incident and their number in it. */
function settleEqual(ordered: Judged[], order: Uint32Array, keys: readonly Float64Array[]): void {
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && compareKeys(keys, order[from] ?? 0, order[to] ?? 0) === 0) to++;
    if (to - from > 1) {
      const equal = ordered.slice(from, to).sort(byId);
      for (let at = from; at < to; at++) ordered[at] = equal[at - from] as Judged;
    }
    from = to;
  }
}

function byId({ row: a }: Judged, { row: b }: Judged): number {
  return a.incident === b.incident ? a.ordinal - b.ordinal : a.incident < b.incident ? -1 : 1;
}
