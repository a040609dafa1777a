const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/** Pauses between tries: 0.5 s doubling to 15 s, each cut by a random part so that consoles do not come back in step. */
export interface Backoff {
  /** The next pause, ms. */
  next(): number;
  reset(): void;
}

/** @param random 0 ≤ x < 1 */
export function createBackoff(random: () => number): Backoff {
  let step = 0;
  return {
    next() {
      const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** step);
      step += 1;
      return Math.round(whole * (0.5 + random() / 2));
    },
    reset() {
      step = 0;
    },
  };
}
