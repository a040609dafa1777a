/** So many thresholds are reached at once, each second: a receipt is kept to the second. */
export const AT_ONCE = 4;
/** How long is measured, ms. */
export const MEASURED_MS = 8_000;
/** A case that nobody touched has so many live clocks. */
export const CLOCKS_A_CASE = 5;
/** An engine looks at all of this many cases once when it starts, at least so fast, a second. */
export const CASES_A_SECOND = 700;
/** Half of the time for triage. */
const HALF_OF_TRIAGE_MS = 450_000;

/** The first measured time after `ms` (ms since 1970) may begin: half a second, so that no threshold falls on its edges. */
export function beginAfter(ms: number): number {
  return Math.ceil(ms / 1_000) * 1_000 + 500;
}

/** How long after the measured time began a threshold of this clock is reached, ms; null: not in it. */
export function reachedAfter(index: number): number | null {
  const after = Math.floor(index / AT_ONCE) * 1_000 + 500;
  return after < MEASURED_MS ? after : null;
}

/** When the cases of the bench came in, ms before the measured time begins: of some a threshold is reached in it. */
export function receivedBefore(index: number): number {
  const after = reachedAfter(index);
  return after === null ? HALF_OF_TRIAGE_MS / 2 : HALF_OF_TRIAGE_MS - after;
}

/** What a measured process tells. */
export interface Told {
  /** CPU, ms a second. */
  cpu: number;
  /** From reached to told, ms: the middle one and the worst. */
  late: number;
  worst: number;
  fired: number;
}

/** Sums up. @param used CPU of the measured time @param lateness of each threshold, ms */
export function tell(used: NodeJS.CpuUsage, spanMs: number, lateness: number[]): Told {
  const sorted = lateness.toSorted((a, b) => a - b);
  return {
    cpu: (used.user + used.system) / 1_000 / (spanMs / 1_000),
    late: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    worst: sorted.at(-1) ?? Number.NaN,
    fired: sorted.length,
  };
}
