/** One of the thresholds is reached so often, ms. */
export const EVERY_MS = 250;
/** How long is measured, ms. */
export const MEASURED_MS = 8_000;
/** A case that nobody touched has so many live clocks. */
export const CLOCKS_A_CASE = 5;
/** An engine looks at all of this many cases once when it starts, at least so fast, a second. */
export const CASES_A_SECOND = 700;
/** Half of the time for triage. */
export const HALF_OF_TRIAGE_MS = 450_000;

/** When the cases of the bench came in, ms before the measured time begins: of some a threshold is reached in it. */
export function receivedBefore(index: number): number {
  const reached = index < MEASURED_MS / EVERY_MS;
  return reached ? HALF_OF_TRIAGE_MS - (index + 0.5) * EVERY_MS : HALF_OF_TRIAGE_MS / 2;
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
