import { createHash } from 'node:crypto';

/** What the loop took on the machine, and in the quiet minute, in which the brackets below were measured, ms. */
const WHEN_FROZEN_MS = 60;

/** The limits' figures of that minute, by row and measure; a frozen limit that falls far below them was disturbed. */
const BRACKETS: Readonly<Record<string, number>> = {};

const SLOWEST = 0.7;

/** A fixed piece of work of the kind the limits do: JSON and hashing. @returns its best time of five, ms */
export function calibrate(): number {
  const rows = Array.from({ length: 2_000 }, (_, index) => ({
    id: `case-${index}`,
    words: 'tapak pembinaan '.repeat(20),
  }));
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 5; turn++) {
    const began = performance.now();
    for (let again = 0; again < 10; again++) {
      createHash('sha256')
        .update(JSON.stringify(JSON.parse(JSON.stringify(rows))))
        .digest();
    }
    best = Math.min(best, performance.now() - began);
  }
  return best;
}

/**
 * Whether a limit's figure (larger is better) is more than 30 % below its bracket, the bracket scaled by how fast this
 * machine is now. False where no bracket is known.
 */
export function isVoid(measure: string, limit: number, calibratedMs: number): boolean {
  const bracket = BRACKETS[measure];
  return bracket !== undefined && limit < bracket * (WHEN_FROZEN_MS / calibratedMs) * SLOWEST;
}
