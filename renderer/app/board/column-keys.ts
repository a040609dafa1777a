import { timeLeft } from '#shared/clocks/urgency.ts';
import type { QueueColumn } from '#shared/contract/view/arrangement.ts';
import { CASE_STATUSES } from '#shared/domain/case-status.ts';
import { SEVERITIES } from '#shared/domain/incident-kind.ts';
import type { Judged } from './judged-case.ts';

type Compare = (a: string, b: string) => number;

const plain: Compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/** Numbers inside texts by value, so 2026-000099 stands before 2026-000100/2. */
const { compare: spoken } = new Intl.Collator('ms', { numeric: true, sensitivity: 'base' });

/** More texts than a column ever holds, fewer than would leave the whole numbers a double keeps. */
const TEXTS = 2 ** 21;
/** Numbers from central before labels of consoles. */
const BEHIND = 2 ** 52;
const NUMBER = /^(\d{4})-(\d{1,8})(?:\/(\d{1,3}))?$/;

const BY_COLUMN: Readonly<Record<QueueColumn, (cases: readonly Judged[], now: number) => Float64Array>> = {
  clock: (cases, now) => keysOf(cases, (judged) => leftOf(judged, now)),
  number: numberKeys,
  what: (cases) => {
    const kinds = textRanks(cases, ({ row }) => row.kind, plain);
    return keysOf(cases, ({ row }, at) => SEVERITIES.indexOf(row.severity) * TEXTS + (kinds[at] ?? 0));
  },
  where: (cases) => {
    const states = textRanks(cases, ({ row }) => row.state ?? '~', spoken);
    const places = textRanks(cases, ({ row }) => row.place ?? '~', spoken);
    return keysOf(cases, (_, at) => (states[at] ?? 0) * TEXTS + (places[at] ?? 0));
  },
  lead: (cases) => textRanks(cases, ({ row }) => row.lead ?? '', plain),
  source: (cases) => textRanks(cases, ({ row }) => row.source, plain),
  status: (cases) => keysOf(cases, ({ row }) => CASE_STATUSES.indexOf(row.status)),
  received: (cases) => keysOf(cases, ({ row }) => row.receivedAt),
};

/** What a column orders the cases by, as whole numbers; texts are compared once each, not once a pair of cases. */
export function columnKeys(cases: readonly Judged[], column: QueueColumn, descending: boolean, now: number) {
  const keys = BY_COLUMN[column](cases, now);
  return descending ? keys.map((key) => -key) : keys;
}

/** A whole number of each case. */
export function keysOf(cases: readonly Judged[], keyOf: (judged: Judged, at: number) => number): Float64Array {
  const keys = new Float64Array(cases.length);
  for (let at = 0; at < cases.length; at++) keys[at] = keyOf(cases[at] as Judged, at);
  return keys;
}

/** ms left of the leading clock, 0 without one. */
export function leftOf({ clock }: Judged, now: number): number {
  return clock ? Math.round(timeLeft(clock, now)) : 0;
}

/** The places of the cases' texts in the order of all that occur; equal ones share a place. */
function textRanks(cases: readonly Judged[], textOf: (judged: Judged) => string, compare: Compare): Float64Array {
  const ids = new Map<string, number>();
  const keys = keysOf(cases, (judged) => {
    const text = textOf(judged);
    const known = ids.get(text);
    if (known !== undefined) return known;
    ids.set(text, ids.size);
    return ids.size - 1;
  });
  const sorted = [...ids].sort(([a], [b]) => compare(a, b));
  const ranks = new Float64Array(sorted.length);
  let rank = 0;
  sorted.forEach(([text, id], at) => {
    const before = sorted[at - 1];
    if (before && compare(before[0], text) !== 0) rank++;
    ranks[id] = rank;
  });
  return keys.map((id) => ranks[id] ?? 0);
}

function numberKeys(cases: readonly Judged[]): Float64Array {
  const labels = cases.filter(({ row }) => !NUMBER.test(row.number));
  const ranks = labels.length > 0 ? textRanks(labels, ({ row }) => row.number, spoken) : new Float64Array(0);
  let label = 0;
  return keysOf(cases, ({ row }) => {
    const parts = NUMBER.exec(row.number);
    if (parts === null) return BEHIND + (ranks[label++] ?? 0);
    return (Number(parts[1]) * 1e8 + Number(parts[2])) * 1e3 + Number(parts[3] ?? 0);
  });
}
