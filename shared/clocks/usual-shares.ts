import type { ClockInstance } from './clock-instance.ts';

/** Fewer finished clocks of a key say nothing about what is usual. */
const ENOUGH = 5;

/**
 * Which share of its time a promise of each key usually needed: the median of those that were carried out. Keys of which
 * too few were seen are left out.
 */
export function usualShares(clocks: readonly Pick<ClockInstance, 'key' | 'endedBy' | 'elapsedMs' | 'allowanceMs'>[]) {
  const shares = new Map<string, number[]>();
  for (const { key, endedBy, elapsedMs, allowanceMs } of clocks) {
    if (endedBy !== 'done' && endedBy !== 'assigned') continue;
    shares.set(key, [...(shares.get(key) ?? []), elapsedMs / Math.max(1, allowanceMs)]);
  }
  const usual: Record<string, number> = {};
  for (const [key, list] of shares) {
    const middle = list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
    if (list.length >= ENOUGH && middle !== undefined) usual[key] = middle;
  }
  return usual;
}
