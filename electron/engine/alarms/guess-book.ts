import type { Database } from '#engine/store/database.ts';
import { loadCases } from '#engine/store/folded-rows.ts';
import { loadShown } from '#engine/store/fusions.ts';
import type { ClockInstance } from '#shared/clocks/clock-instance.ts';
import { clocksOf } from '#shared/clocks/clocks-of.ts';
import { type BreachGuess, type GuessClock, guessBreaches } from '#shared/clocks/guess-breach.ts';
import { usualShares } from '#shared/clocks/usual-shares.ts';
import type { GuessView } from '#shared/contract/view/forecast.ts';
import { clockFacts } from '#shared/sync/clock-facts.ts';
import type { Rules } from './standing-alarms.ts';

/** Of so many closed cases, the last ones, it is learned what is usual. */
const LEARN_FROM = 100;
const MOST_SHOWN = 2_000;

/** What is kept of a clock between two looks: its state as of the last, without its sum. */
export type KeptClock = GuessClock & Pick<ClockInstance, 'due' | 'pausedSince'>;

export function keptClock(clock: KeptClock): KeptClock {
  const { id, key, state, due, stoppedAt, endedBy, pausedSince, elapsedMs, allowanceMs } = clock;
  return { id, key, state, due, stoppedAt, endedBy, pausedSince, elapsedMs, allowanceMs };
}

/** Which open cases will probably break a promise. A guess rests on finished stages: a case without any has none. */
export interface GuessBook {
  /** The clocks of a case as they are now; none where it is gone. */
  take(id: string, clocks: readonly KeptClock[]): void;
  /** The worst first. */
  list(): readonly GuessView[];
  of(clocks: readonly KeptClock[]): BreachGuess[];
  /** @returns whether another thing is usual than before: cases are to be taken again then. */
  learn(usual: Readonly<Record<string, number>>): boolean;
}

export function createGuessBook(): GuessBook {
  const byCase = new Map<string, GuessView>();
  let usual: Readonly<Record<string, number>> = {};
  let listed: readonly GuessView[] | null = null;
  const of = (clocks: readonly KeptClock[]) => {
    const running = new Map(clocks.filter(({ pausedSince }) => pausedSince === null).map((clock) => [clock.id, clock]));
    return guessBreaches(clocks, usual).filter(({ clock }) => running.has(clock));
  };
  return {
    of,
    take(id, clocks) {
      const worst = clocks.some(({ endedBy }) => endedBy !== null) ? of(clocks)[0] : undefined;
      const due = clocks.find((clock) => clock.id === worst?.clock)?.due;
      const before = byCase.get(id);
      if (!worst?.likely || due === undefined) {
        if (byCase.delete(id)) listed = null;
        return;
      }
      const { clock, key } = worst;
      const share = Math.round(worst.share * 100) / 100;
      if (before?.clock === clock && before.share === share && before.due === due) return;
      byCase.set(id, { case: id, clock, key, share, due });
      listed = null;
    },
    list() {
      listed ??= [...byCase.values()]
        .sort((a, b) => b.share - a.share || a.due - b.due || (a.case < b.case ? -1 : 1))
        .slice(0, MOST_SHOWN);
      return listed;
    },
    learn(next) {
      const keys = Object.keys(next);
      const same = keys.length === Object.keys(usual).length && keys.every((key) => usual[key] === next[key]);
      usual = next;
      return !same;
    },
  };
}

/** What promises usually needed of their time, by the cases closed last. */
export async function learnUsual(
  db: Database,
  { policies, calendars }: Rules,
  now: number,
): Promise<Record<string, number>> {
  const rows = await db.all<{ id: string }>(
    'SELECT id FROM case_row WHERE open = 0 ORDER BY received_at DESC, id LIMIT ?',
    [LEARN_FROM],
  );
  const cases = [
    ...(
      await loadCases(
        db,
        rows.map(({ id }) => id),
      )
    ).values(),
  ];
  const shown = await loadShown(
    db,
    cases.map((one) => one.incident),
  );
  const clocks: ClockInstance[] = [];
  for (const state of cases) {
    const incident = shown.get(state.incident)?.incident;
    if (incident) clocks.push(...clocksOf(clockFacts(state, incident), policies, now, calendars));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return usualShares(clocks);
}
