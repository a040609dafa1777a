/** Counts by name, so that a run can show that each fault and each act really came. */
export interface Tally {
  add(group: string, name: string): void;
  /** Counts by group, then by name. */
  all(): Map<string, Map<string, number>>;
  merge(counts: Iterable<readonly [group: string, counts: Iterable<readonly [name: string, count: number]>]>): void;
}

/** Makes an empty one. */
export function createTally(): Tally {
  const groups = new Map<string, Map<string, number>>();
  const put = (group: string, name: string, count: number) => {
    const counts = groups.get(group) ?? new Map<string, number>();
    groups.set(group, counts);
    counts.set(name, (counts.get(name) ?? 0) + count);
  };
  return {
    add: (group, name) => put(group, name, 1),
    all: () => groups,
    merge(all) {
      for (const [group, counts] of all) for (const [name, count] of counts) put(group, name, count);
    },
  };
}
