import type { PauseReason } from '#shared/domain/case-status.ts';
import type { ClockFacts } from '#shared/domain/clock-facts.ts';

/** A stretch of pause that moves a due time, ms since 1970. `open`: still pausing at `to`, until `resumesAt` if given. */
export interface CountedPause {
  reason: PauseReason;
  from: number;
  to: number;
  open: boolean;
  resumesAt: number | null;
  certain: boolean;
}

interface Span {
  start: number;
  /** When the clock ended; null while it has not. */
  end: number | null;
  now: number;
  allowanceMs: number;
  capMs: number | null;
}

/**
 * The pauses that count for one clock, in order and without overlap: those that begin after its start and before it
 * was late (a pause heals no breach), cut at its end, at the planned resumption and at the policy's cap.
 */
export function countedPauses(pauses: ClockFacts['pauses'], span: Span): CountedPause[] {
  const counted: CountedPause[] = [];
  let due = span.start + span.allowanceMs;
  let budget = span.capMs ?? Number.POSITIVE_INFINITY;
  let free = span.start;
  for (const pause of clipped(pauses, span)) {
    const from = Math.max(pause.from, free);
    if (from >= due) break;
    if (from > pause.to || (from === pause.to && !pause.open) || counted.at(-1)?.open) continue;
    const whole = pause.to - from;
    const length = Math.min(whole, budget);
    const open = pause.open && whole < budget;
    const capEnd = from + budget;
    const ends = Math.min(pause.resumesAt ?? Number.POSITIVE_INFINITY, capEnd);
    if (length > 0 || open) {
      counted.push({ ...pause, from, to: from + length, open, resumesAt: open && Number.isFinite(ends) ? ends : null });
    }
    due += length;
    budget -= length;
    free = Math.max(free, pause.to);
  }
  return counted;
}

function clipped(pauses: ClockFacts['pauses'], { start, end, now }: Span): CountedPause[] {
  const spans = pauses.map((pause): CountedPause => {
    const ends = Math.min(pause.until?.ms ?? Number.POSITIVE_INFINITY, pause.plannedUntil ?? Number.POSITIVE_INFINITY);
    const from = Math.max(pause.from.ms, start);
    const open = end === null && ends > now;
    const to = open ? Math.max(from, now) : Math.min(ends, end ?? Number.POSITIVE_INFINITY);
    const certain = pause.from.certain && (pause.until?.certain ?? true);
    return { reason: pause.reason, from, to, open, resumesAt: open && Number.isFinite(ends) ? ends : null, certain };
  });
  return spans.sort(inOrder);
}

/** A total order, so that equal facts in any order make equal clocks. */
function inOrder(a: CountedPause, b: CountedPause): number {
  const resume = (pause: CountedPause) => pause.resumesAt ?? Number.MAX_SAFE_INTEGER;
  return (
    a.from - b.from ||
    b.to - a.to ||
    Number(b.open) - Number(a.open) ||
    resume(a) - resume(b) ||
    Number(a.certain) - Number(b.certain) ||
    (a.reason < b.reason ? -1 : a.reason > b.reason ? 1 : 0)
  );
}

/** The moment at which `countedMs` of a clock have run: its start plus the counted time plus the pauses before then. */
export function momentOf(start: number, countedMs: number, pauses: readonly CountedPause[]): number {
  let at = start + countedMs;
  for (const pause of pauses) {
    if (pause.from >= at) break;
    at += pause.to - pause.from;
  }
  return at;
}
