import type { QueueRow } from '#shared/contract/view/queue-row.ts';

/** So many cases one act may hold. */
export const MOST_AT_ONCE = 500;

/** Of these cases those that can be moved: known, open and not read-only. */
export function takeable(rows: ReadonlyMap<string, QueueRow>, cases: readonly string[]): string[] {
  return cases.filter((id) => {
    const row = rows.get(id);
    return row !== undefined && row.status !== 'closed' && !row.readOnly;
  });
}

/** Of what is picked, what can still be moved: closed, gone or handed away it would only stand in the way. */
export function marksLeft(marked: ReadonlySet<string>, rows: ReadonlyMap<string, QueueRow>): ReadonlySet<string> {
  const left = takeable(rows, [...marked]);
  return left.length === marked.size ? marked : new Set(left);
}

/** What is picked after picking these as well, the other way round, or alone; never more than one act may hold. */
export function marksAfter(
  marked: ReadonlySet<string>,
  cases: readonly string[],
  how: 'add' | 'toggle' | 'only',
): ReadonlySet<string> {
  if (cases.length === 0 && (how !== 'only' || marked.size === 0)) return marked;
  const next = new Set(how === 'only' ? [] : marked);
  for (const id of cases) {
    if (how === 'toggle' && next.has(id)) next.delete(id);
    else if (next.size < MOST_AT_ONCE) next.add(id);
  }
  return next;
}

/** The cases from one to another as the queue shows them, both included; only the latter when the former is not shown. */
export function between(shown: readonly string[], from: string | null, to: string): string[] {
  const end = shown.indexOf(to);
  if (end < 0) return [];
  const start = from === null ? -1 : shown.indexOf(from);
  return start < 0 ? [to] : shown.slice(Math.min(start, end), Math.max(start, end) + 1);
}
