/** Asks leave for `amount` more; 0 when granted, else the seconds to wait. */
export type RateGate = (who: string, amount: number, perMinute: number) => number;

const MINUTE = 60_000;

/**
 * A bucket per caller that fills evenly, `perMinute` deep. Kept in this process: behind a balancer each process
 * grants its own share. A single large request is let through when the bucket is full. @param clock ms since 1970.
 */
export function createRateGate(clock: () => number): RateGate {
  const buckets = new Map<string, { level: number; at: number }>();
  return (who, amount, perMinute) => {
    const now = clock();
    const known = buckets.get(who);
    const filled = known ? Math.min(perMinute, known.level + ((now - known.at) * perMinute) / MINUTE) : perMinute;
    const needed = Math.min(amount, perMinute);
    if (filled < needed) {
      buckets.set(who, { level: filled, at: now });
      return Math.ceil(((needed - filled) * 60) / perMinute);
    }
    buckets.set(who, { level: filled - amount, at: now });
    return 0;
  };
}
