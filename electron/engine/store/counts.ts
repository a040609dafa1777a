import type { ResultsView } from '#shared/contract/view/desk.ts';
import { MALAYSIA_OFFSET_MS } from '#shared/kit/malaysia-time.ts';
import type { Database } from './database.ts';
import { EVENT_STATE } from './event-rows.ts';

/** Open cases of a branch, and how many of them have a clock that is late at `now`. */
export interface BranchLoad {
  active: number;
  late: number;
}

/** The load of these branches; one without open cases is left out. */
export async function loadOfBranches(
  db: Database,
  branches: readonly string[],
  now: number,
): Promise<Map<string, BranchLoad>> {
  const rows = await db.all<{ lead: string; active: number; late: number }>(
    `SELECT lead, COUNT(*) AS active, SUM(COALESCE(late_at < ?, 0)) AS late FROM case_row
     WHERE open = 1 AND lead IN (SELECT value FROM json_each(?)) GROUP BY lead`,
    [now, JSON.stringify(branches)],
  );
  return new Map(rows.map(({ lead, active, late }) => [lead, { active, late }]));
}

/** What is open at this console, told by its head: acts by where they stand, and what waits for somebody. */
export interface Standing {
  /** Acts that wait for central, came back refused, or are before a supervisor there. */
  waiting: number;
  rejected: number;
  held: number;
  /** Cases with an open conflict. */
  conflicts: number;
  /** Held acts that nobody decided yet. */
  undecided: number;
}

/** Counts it at one moment. */
export async function countStanding(db: Database): Promise<Standing> {
  const acts = (state: number) => `(SELECT COUNT(DISTINCT act) FROM event WHERE state = ${state} AND state <> 0)`;
  const found = await db.get<Standing>(
    `SELECT ${acts(EVENT_STATE.waiting)} AS waiting, ${acts(EVENT_STATE.rejected)} AS rejected,
       ${acts(EVENT_STATE.held)} AS held, (SELECT COUNT(*) FROM case_row WHERE conflicts > 0) AS conflicts,
       (SELECT COUNT(*) FROM held_row WHERE undecided = 1) AS undecided`,
  );
  return found ?? { waiting: 0, rejected: 0, held: 0, conflicts: 0, undecided: 0 };
}

/** Midnight in Malaysia that begins the month of `now`, ms since 1970. */
export function startOfMonth(now: number): number {
  const local = new Date(now + MALAYSIA_OFFSET_MS);
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), 1) - MALAYSIA_OFFSET_MS;
}

/**
 * Month-to-date results: of the cases received this month whose same-day clock is decided, the share that met it; of
 * those whose news is of this month and whose payment clock is decided, the share paid within it. Null when none is.
 */
export async function monthResults(db: Database, now: number): Promise<ResultsView> {
  const since = startOfMonth(now);
  const share = async (from: string, due: string, stop: string) =>
    (
      await db.get<{ share: number | null }>(
        `SELECT AVG(CASE WHEN ${stop} IS NOT NULL AND ${stop} <= ${due} THEN 1.0 ELSE 0.0 END) AS share FROM case_row
         WHERE ${from} >= ? AND ${due} IS NOT NULL AND (${stop} IS NOT NULL OR ${due} < ?)`,
        [since, now],
      )
    )?.share ?? null;
  return {
    sameDay: await share('received_at', 'same_day_due', 'same_day_stop'),
    paidWithinWeek: await share('news_at', 'pay_due', 'pay_stop'),
    since,
  };
}
