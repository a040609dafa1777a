import type { Severity } from './incident-kind.ts';

/** The most victims one report opens cases for; whatever counts more is cut, the worst kept. */
export const MOST_VICTIMS = 200;

/** People a text tells of, by what became of them; whole numbers, 0 = none. */
export interface VictimCounts {
  readonly deaths: number;
  readonly missing: number;
  readonly injured: number;
  readonly ill: number;
  readonly unknown: number;
}

/** One severity for each victim: the dead, then the missing, injured, ill and unknown. 1 to MOST_VICTIMS entries. */
export function severitiesOf(counts: VictimCounts): Severity[] {
  const order: readonly (readonly [Severity, number])[] = [
    ['death', counts.deaths],
    ['missing', counts.missing],
    ['injury', counts.injured],
    ['illness', counts.ill],
    ['unknown', counts.unknown],
  ];
  const out: Severity[] = [];
  for (const [severity, count] of order) {
    for (let i = 0; i < count && out.length < MOST_VICTIMS; i++) out.push(severity);
  }
  return out.length === 0 ? ['unknown'] : out;
}

/**
 * What was read, corrected by hand: a severity applies to all; a count cuts the list at its end, or extends it with
 * victims of whom nothing is known yet.
 */
export function severitiesByHand(
  read: readonly Severity[],
  chosen: { readonly severity?: Severity | undefined; readonly victims?: number | undefined },
): Severity[] {
  const count = Math.min(MOST_VICTIMS, Math.max(1, chosen.victims ?? read.length));
  return Array.from({ length: count }, (_, i) => chosen.severity ?? read[i] ?? 'unknown');
}

/** How many victims bear each severity, in the order of the list. */
export function countSeverities(severities: readonly Severity[]): { severity: Severity; count: number }[] {
  const counts = new Map<Severity, number>();
  for (const severity of severities) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  return [...counts].map(([severity, count]) => ({ severity, count }));
}
