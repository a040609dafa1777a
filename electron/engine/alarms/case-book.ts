import { type KeptClock, keptClock } from './guess-book.ts';
import type { CaseAlarms } from './standing-alarms.ts';

/** What is kept of a case between two looks at it. */
export interface KeptCase extends Omit<CaseAlarms, 'clocks'> {
  clocks: readonly KeptClock[];
}

/** The cases with alarms now or to come; those that stand in one are at hand without going over the others. */
export interface CaseBook {
  get(id: string): KeptCase | undefined;
  /** All of them. */
  all(): ReadonlyMap<string, KeptCase>;
  /** Those that stand in an alarm. */
  standing(): Iterable<KeptCase>;
  /** What a look found of a case; nothing where it is gone. */
  take(id: string, found: CaseAlarms | undefined): void;
}

/** Keeps of each clock what a guess needs: with its sum it is ten times as much, which V8 goes over again and again. */
export function createCaseBook(): CaseBook {
  const all = new Map<string, KeptCase>();
  const standing = new Map<string, KeptCase>();
  return {
    get: (id) => all.get(id),
    all: () => all,
    standing: () => standing.values(),
    take(id, found) {
      all.delete(id);
      standing.delete(id);
      if (!found || (found.alarms.length === 0 && found.next === null)) return;
      const kept = { ...found, clocks: found.clocks.map(keptClock) };
      all.set(id, kept);
      if (kept.alarms.length > 0) standing.set(id, kept);
    },
  };
}
