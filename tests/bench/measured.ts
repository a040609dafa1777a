/** One line of the report. `ours`, `limit` and peers share the unit; ratios are ours against theirs, in the row's sense. */
export interface Measured {
  row: string;
  measure: string;
  unit: string;
  ours: number;
  limit?: number;
  peers: Record<string, number>;
  ratioToLimit?: number;
  ratioToBestPeer?: number;
  target: string;
  met: boolean;
  /** The limit was more than 30 % slower than its bracket on this machine: the figures say nothing. */
  void?: boolean;
  /** What a reader must know to judge the figure. */
  note?: string;
}

/** A row of the bench: `quick` asks for fewer rounds and smaller sizes, for a look rather than a claim. */
export type Row = (options: { quick: boolean; say(line: string): void }) => Promise<Measured[]>;

/** The middle value. @throws RangeError on none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) throw new RangeError('no values');
  return middle;
}

/** The value that so large a share of them does not pass. @throws RangeError on none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (found === undefined) throw new RangeError('no values');
  return found;
}

/**
 * Runs two pieces of work in turn, first one then the other first, so that a drift of the machine falls on both.
 * @returns medians of the rounds, and each round's figures.
 */
export async function interleaved(
  rounds: number,
  ours: () => Promise<number>,
  limit: () => Promise<number>,
): Promise<{ ours: number; limit: number; ratio: number }> {
  const mine: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) mine.push(await ours());
    theirs.push(await limit());
    if (round % 2 === 1) mine.push(await ours());
  }
  const ratios = mine.map((value, round) => value / (theirs[round] ?? Number.NaN));
  return { ours: median(mine), limit: median(theirs), ratio: median(ratios) };
}

/**
 * Runs several pieces of work in turn, each round beginning with another, so that a drift of the machine falls on all.
 * @returns each piece's figures, round by round
 */
export async function inTurn<K extends string>(
  rounds: number,
  works: Readonly<Record<K, () => Promise<number>>>,
): Promise<Record<K, number[]>> {
  const names = Object.keys(works) as K[];
  const figures = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<K, number[]>;
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length];
      if (name !== undefined) figures[name].push(await works[name]());
    }
  }
  return figures;
}

/** The middle of the rounds' own ratios. */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): number {
  return median(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));
}
