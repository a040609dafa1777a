import { createHash } from 'node:crypto';

/** The loop's best time on the machine on which the brackets were measured, ms. */
const WHEN_FROZEN_MS = 2.4;

/** A limit's figure in a quiet minute, and whether more of it is better. */
interface Bracket {
  figure: number;
  better: 'more' | 'less';
}

/** The limits as they were measured when they were frozen, by row and the beginning of the measure. */
const BRACKETS: readonly (readonly [row: string, measure: string, bracket: Bracket])[] = [
  ['sync-pull', '10000 cases', { figure: 46_000, better: 'more' }],
  ['sync-pull', '50000 cases', { figure: 46_000, better: 'more' }],
  ['sync-updates', '100000 small updates', { figure: 1.17, better: 'less' }],
  ['sync-resync', '1000 changes', { figure: 0.023, better: 'less' }],
  ['central-sqlite', '50 consoles, 10 acts', { figure: 30_000, better: 'more' }],
  ['central-postgres', '50 consoles, 10 acts', { figure: 22_000, better: 'more' }],
  ['fanout', 'one act to 200', { figure: 5.7, better: 'less' }],
];

/** A limit may be so much slower than its bracket. */
const SLOWER = 1.3;

/** A fixed, short piece of work of the kind the limits do: JSON and hashing. @returns its best time of fifty, ms */
export function calibrate(): number {
  const rows = Array.from({ length: 1_000 }, (_, index) => ({ id: `case-${index}`, words: 'tapak '.repeat(100) }));
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 50; turn++) {
    const began = performance.now();
    createHash('sha256')
      .update(JSON.stringify(JSON.parse(JSON.stringify(rows))))
      .digest();
    best = Math.min(best, performance.now() - began);
  }
  return best;
}

/**
 * Whether a limit was more than 30 % slower than its bracket, the bracket scaled by how fast this machine is: then
 * something disturbed the run, and its figures say nothing. False where no bracket is known.
 * @param calibratedMs what `calibrate` gave on this machine
 */
export function isVoid(row: string, measure: string, limit: number, calibratedMs: number): boolean {
  const found = BRACKETS.find(([of, begin]) => of === row && measure.startsWith(begin));
  if (found === undefined) return false;
  const { figure, better } = found[2];
  const scale = calibratedMs / WHEN_FROZEN_MS;
  const slower = better === 'more' ? figure / scale / limit : limit / (figure * scale);
  return slower > SLOWER;
}
