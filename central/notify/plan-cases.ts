import type { Parts } from '#central/parts.ts';
import { plainError } from '#central/plain-error.ts';
import { casesById } from '#central/store/case-queries.ts';
import { shownById } from '#central/store/fusions.ts';
import { type ChannelName, callsAbout, type NewMessage, type OutboxRow } from '#central/store/outbox-rows.ts';
import type { Wake } from '#central/store/wake-rows.ts';
import type { ClockInstance } from '#shared/clocks/clock-instance.ts';
import { clocksOf } from '#shared/clocks/clocks-of.ts';
import { callsDue, nextCallAt, whyWithdrawn } from '#shared/clocks/escalation/calls.ts';
import { markOf } from '#shared/clocks/threshold-id.ts';
import { clockFacts } from '#shared/sync/clock-facts.ts';

/** What is to be changed after looking at some cases. */
export interface Plan {
  add: NewMessage[];
  /** Calls that do not hold any more, each with the words that would follow it. */
  withdraw: { row: OutboxRow; words: NewMessage }[];
  wakes: Wake[];
  /** Cases nothing can happen to by itself. */
  done: string[];
}

/** By what a plan is made; moments in ms since 1970. */
export interface PlanTerms {
  channels: readonly ChannelName[];
  /** Calls reached before are not made. */
  since: number;
  now: number;
  /** Of each case: nothing of it leaves the house before. */
  quietUntil(id: string): number;
}

/** When a case whose clocks could not be counted is looked at again. */
const TRY_AGAIN_MS = 3_600_000;

/** Looks at cases: who is to be called now, which calls hold no more, when to look again. */
export async function planCases(
  { database, rules, log }: Pick<Parts, 'database' | 'rules' | 'log'>,
  ids: readonly string[],
  terms: PlanTerms,
): Promise<Plan> {
  const plan: Plan = { add: [], withdraw: [], wakes: [], done: [] };
  const { policies, calendars } = await rules.now();
  const stored = await casesById(database, ids);
  const shown = await shownById(database, [...new Set(stored.map(({ state }) => state.incident))]);
  const made = new Map<string, OutboxRow[]>();
  for (const row of await callsAbout(database, ids)) made.set(row.case_id, [...(made.get(row.case_id) ?? []), row]);
  for (const { state } of stored) {
    const incident = shown.get(state.incident)?.incident;
    if (incident === undefined) continue;
    let clocks: ClockInstance[];
    try {
      clocks = clocksOf(clockFacts(state, incident), policies, terms.now, calendars);
    } catch (error) {
      // One case that cannot be counted must not keep all others from being told.
      log.error({ case: state.id, error: plainError(error) }, 'the clocks of a case cannot be counted');
      plan.wakes.push({ case_id: state.id, at: terms.now + TRY_AGAIN_MS, quiet_until: terms.quietUntil(state.id) });
      continue;
    }
    planCase(plan, state.id, clocks, made.get(state.id) ?? [], terms);
  }
  return plan;
}

function planCase(
  plan: Plan,
  id: string,
  clocks: readonly ClockInstance[],
  made: readonly OutboxRow[],
  { channels, since, now, quietUntil }: PlanTerms,
): void {
  const quiet = quietUntil(id);
  const known = new Set(made.map((row) => `${row.id} ${row.channel}`));
  const times: number[] = [];
  for (const clock of clocks) {
    const next = nextCallAt(clock, now);
    if (next !== null) times.push(next);
    for (const call of callsDue(clock, since, now)) {
      for (const channel of channels) {
        if (known.has(`${call.id} ${channel}`)) continue;
        const { level, at } = call;
        const about = {
          case_id: id,
          clock: clock.id,
          clock_key: clock.key,
          level,
          at,
          due: markOf(clock, 1).due,
          duty: null,
        };
        const percent = Math.round(call.fraction * 100);
        const sendAfter = Math.max(at, quiet);
        const fresh = { about: 'call', why: null, created_at: now, send_after: sendAfter } as const;
        plan.add.push({ id: call.id, channel, percent, ...about, ...fresh });
      }
    }
  }
  const byId = new Map(clocks.map((clock) => [clock.id, clock]));
  for (const row of made) {
    const clock = byId.get(row.clock);
    const why = whyWithdrawn(row.id, clock);
    if (why !== null) plan.withdraw.push({ row, words: wordsAfter(row, why, clock?.due ?? row.due, now, quiet) });
  }
  if (times.length === 0) plan.done.push(id);
  else plan.wakes.push({ case_id: id, at: Math.min(...times), quiet_until: quiet });
}

function wordsAfter(
  row: OutboxRow,
  why: NonNullable<OutboxRow['why']>,
  due: number,
  now: number,
  quiet: number,
): NewMessage {
  const { channel, case_id, clock, clock_key, level, percent, duty } = row;
  const id = `${row.id}|withdrawn`;
  const send_after = Math.max(now, quiet);
  return {
    id,
    channel,
    about: 'withdrawal',
    why,
    case_id,
    clock,
    clock_key,
    level,
    percent,
    at: now,
    due,
    duty,
    created_at: now,
    send_after,
  };
}
