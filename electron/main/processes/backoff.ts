/**
 * How long to wait before starting a process again, in ms: a quarter second, doubling to ten seconds while it keeps
 * dying young; from the start again once it lived a minute.
 */
export function createBackoff(now: () => number): { waitAfter(startedAt: number): number } {
  let wait = 250;
  return {
    waitAfter(startedAt) {
      if (now() - startedAt > 60_000) wait = 250;
      const current = wait;
      wait = Math.min(wait * 2, 10_000);
      return current;
    },
  };
}
