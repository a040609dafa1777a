import type { PauseReason } from '#shared/domain/case-status.ts';
import type { ClockFacts } from '#shared/domain/clock-facts.ts';
import type { Counting } from './counting.ts';

/** What ended a pause: a person, its planned day, the cap of the policy, or the end of the clock itself. */
export type PauseEnd = 'person' | 'plan' | 'cap' | 'clock';

/** A pause as one clock counts it, ms since 1970: who began it and why, who or what ended it, what it cost. */
export interface PauseTaken {
  reason: PauseReason;
  /** Id of the person who paused. */
  by: string;
  from: number;
  to: number;
  /** Still pausing at `to`, until `resumesAt` if given. */
  open: boolean;
  resumesAt: number | null;
  /** Null while open. */
  endedBy: PauseEnd | null;
  /** Id of the person who ended it, where one did. */
  endedByWhom: string | null;
  /** The day it was meant to end: the next visit. */
  plannedUntil: number | null;
  /** Counted time it took. */
  countedMs: number;
  certain: boolean;
}

interface Span {
  start: number;
  /** When the clock ended; null while it has not. */
  end: number | null;
  now: number;
  allowanceMs: number;
  capMs: number | null;
  counting: Counting;
  /** Only pauses of these reasons; null: any. */
  reasons: readonly PauseReason[] | null;
}

/**
 * The pauses that count for one clock, in order and without overlap: those that begin after its start and before it
 * was late (a pause heals no breach), cut at its end, at the planned resumption and at the policy's cap. A pause takes
 * the counted time in it: over a rest day none.
 */
export function countedPauses(pauses: ClockFacts['pauses'], span: Span): PauseTaken[] {
  const { counting, reasons } = span;
  const counted: PauseTaken[] = [];
  let taken = 0;
  let free = span.start;
  const chosen = reasons === null ? pauses : pauses.filter(({ reason }) => reasons.includes(reason));
  for (const pause of clipped(chosen, span)) {
    const from = Math.max(pause.from, free);
    if (from >= counting.after(span.start, span.allowanceMs + taken)) break;
    if (from > pause.to || (from === pause.to && !pause.open) || counted.at(-1)?.open) continue;
    const whole = counting.between(from, pause.to);
    const budget = span.capMs === null ? Number.POSITIVE_INFINITY : span.capMs - taken;
    const length = Math.min(whole, budget);
    const open = pause.open && whole < budget;
    if (length > 0 || open) counted.push({ ...pause, from, ...cutAt(pause, { from, length, open, budget, counting }) });
    taken += length;
    free = Math.max(free, pause.to);
  }
  return counted;
}

interface Cut {
  from: number;
  length: number;
  open: boolean;
  budget: number;
  counting: Counting;
}

/** Where a pause ends once the cap is minded. */
function cutAt(pause: PauseTaken, { from, length, open, budget, counting }: Cut): Partial<PauseTaken> {
  const capped = length >= budget;
  if (!open) {
    const to = capped ? counting.after(from, length) : pause.to;
    const byCap = capped && to < pause.to;
    return {
      to,
      open,
      countedMs: length,
      resumesAt: null,
      endedBy: byCap || pause.open ? 'cap' : pause.endedBy,
      endedByWhom: byCap || pause.open ? null : pause.endedByWhom,
    };
  }
  const capEnd = Number.isFinite(budget) ? counting.after(from, budget) : Number.POSITIVE_INFINITY;
  const ends = Math.min(pause.resumesAt ?? Number.POSITIVE_INFINITY, capEnd);
  return { open, countedMs: length, resumesAt: Number.isFinite(ends) ? ends : null };
}

function clipped(pauses: ClockFacts['pauses'], { start, end, now }: Span): PauseTaken[] {
  const spans = pauses.map((pause): PauseTaken => {
    const person = pause.until?.ms ?? Number.POSITIVE_INFINITY;
    const plan = pause.plannedUntil ?? Number.POSITIVE_INFINITY;
    const ends = Math.min(person, plan);
    const from = Math.max(pause.from.ms, start);
    const open = end === null && ends > now;
    const to = open ? Math.max(from, now) : Math.min(ends, end ?? Number.POSITIVE_INFINITY);
    const endedBy = open ? null : end !== null && end < ends ? 'clock' : person <= plan ? 'person' : 'plan';
    return {
      reason: pause.reason,
      by: pause.from.actor,
      from,
      to,
      open,
      resumesAt: open && Number.isFinite(ends) ? ends : null,
      endedBy,
      endedByWhom: endedBy === 'person' ? (pause.until?.actor ?? null) : null,
      plannedUntil: pause.plannedUntil,
      countedMs: 0,
      certain: pause.from.certain && (pause.until?.certain ?? true),
    };
  });
  return spans.sort(inOrder);
}

/** A total order, so that equal facts in any order make equal clocks. */
function inOrder(a: PauseTaken, b: PauseTaken): number {
  const number = (value: number | null) => value ?? Number.MAX_SAFE_INTEGER;
  const word = (x: string | null, y: string | null) => ((x ?? '') < (y ?? '') ? -1 : (x ?? '') > (y ?? '') ? 1 : 0);
  return (
    a.from - b.from ||
    b.to - a.to ||
    Number(b.open) - Number(a.open) ||
    number(a.resumesAt) - number(b.resumesAt) ||
    Number(a.certain) - Number(b.certain) ||
    word(a.reason, b.reason) ||
    word(a.by, b.by) ||
    word(a.endedBy, b.endedBy) ||
    word(a.endedByWhom, b.endedByWhom) ||
    number(a.plannedUntil) - number(b.plannedUntil)
  );
}

/** The moment at which `countedMs` of a clock have run: its start plus the counted time plus the pauses before then. */
export function momentOf(
  start: number,
  countedMs: number,
  pauses: readonly Pick<PauseTaken, 'from' | 'countedMs'>[],
  counting: Counting,
): number {
  let total = countedMs;
  for (const pause of pauses) {
    if (pause.from >= counting.after(start, total)) break;
    total += pause.countedMs;
  }
  return counting.after(start, total);
}

/** Whether pauses made a promise's time longer. */
export function stretched(pauses: readonly PauseTaken[]): boolean {
  return pauses.some(({ countedMs }) => countedMs > 0);
}
