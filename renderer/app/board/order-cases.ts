import { timeLeft, urgencyRank } from '#shared/clocks/urgency.ts';
import type { QueueColumn, QueueSort } from '#shared/contract/view/arrangement.ts';
import { CASE_STATUSES } from '#shared/domain/case-status.ts';
import { SEVERITIES } from '#shared/domain/incident-kind.ts';
import type { Judged } from './judged-case.ts';

type Compare = (a: Judged, b: Judged) => number;

const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
/** Numbers inside texts by value, so 2026-000099 stands before 2026-000100/2. */
const collator = new Intl.Collator('ms', { numeric: true, sensitivity: 'base' });

const BY_COLUMN: Record<QueueColumn, (now: number) => Compare> = {
  clock: (now) => (a, b) => left(a, now) - left(b, now),
  number: () => (a, b) => collator.compare(a.row.number, b.row.number),
  what: () => (a, b) =>
    SEVERITIES.indexOf(a.row.severity) - SEVERITIES.indexOf(b.row.severity) || text(a.row.kind, b.row.kind),
  where: () => (a, b) =>
    collator.compare(a.row.state ?? '~', b.row.state ?? '~') ||
    collator.compare(a.row.place ?? '~', b.row.place ?? '~'),
  lead: () => (a, b) => text(a.row.lead ?? '', b.row.lead ?? ''),
  source: () => (a, b) => text(a.row.source, b.row.source),
  status: () => (a, b) => CASE_STATUSES.indexOf(a.row.status) - CASE_STATUSES.indexOf(b.row.status),
  received: () => (a, b) => a.row.receivedAt - b.row.receivedAt,
};

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
  const chosen = sort.map(({ column, descending }) => ({ by: BY_COLUMN[column](now), sign: descending ? -1 : 1 }));
  const byChoice = (a: Judged, b: Judged) => {
    for (const { by, sign } of chosen) {
      const found = sign * by(a, b);
      if (found !== 0) return found;
    }
    return 0;
  };
  // Rank and time left are worked out once a case, not once a comparison.
  const rankOf = ({ urgency, row }: Judged) =>
    urgencyRank(urgency) - (chosen.length === 0 && urgency === 'running' && guesses.has(row.case) ? 0.5 : 0);
  const keyed = cases.map((judged) => ({ judged, rank: rankOf(judged), left: left(judged, now) }));
  keyed.sort(
    (a, b) =>
      a.rank - b.rank ||
      byChoice(a.judged, b.judged) ||
      a.left - b.left ||
      byReceipt(a.judged, b.judged) ||
      text(a.judged.row.incident, b.judged.row.incident) ||
      a.judged.row.ordinal - b.judged.row.ordinal,
  );
  return keyed.map(({ judged }) => judged);
}

/** Cases that wait: first come first; cases at rest: latest first. */
function byReceipt(a: Judged, b: Judged): number {
  const later = a.row.receivedAt - b.row.receivedAt;
  return a.clock === null ? -later : later;
}

function left(judged: Judged, now: number): number {
  return judged.clock ? timeLeft(judged.clock, now) : 0;
}
