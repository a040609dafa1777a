import type { Parts } from '#central/parts.ts';
import type { Connection } from '#central/store/database.ts';
import { readHeadSeq } from '#central/store/head-row.ts';
import {
  addMessages,
  type ChannelName,
  failOthers,
  mendMoments,
  tryNobodyAgain,
  withdrawCall,
} from '#central/store/outbox-rows.ts';
import {
  casesUnder,
  endQuiet,
  type NotifyState,
  putWakes,
  readNotifyState,
  subjectsBetween,
  takeRound,
  wakeAll,
  wakesDue,
} from '#central/store/wake-rows.ts';
import { UNDO_MS } from '#shared/sync/act-world.ts';
import { type Plan, planCases } from './plan-cases.ts';
import { LEASE_MS, LONGEST_WAIT_MS } from './send.ts';

/** After so long without a process that sends, messages begin anew: nobody is told of last month. */
const FORGOTTEN_MS = 7 * 86_400_000;
const NEWS = 500;
const CASES = 200;
const RULES = new Set(['policy', 'calendar']);

type Needs = Pick<Parts, 'database' | 'rules' | 'clock' | 'log'>;

/**
 * At the start of a process: every open case is looked at anew, and what was missed is told late. What waits for a way
 * out that there is no more is not delivered.
 */
export async function beginPlanning({ database, clock }: Needs, channels: readonly ChannelName[]): Promise<void> {
  const now = clock();
  const head = await readHeadSeq(database.reader);
  const state = await readNotifyState(database.reader);
  const forgotten = state.since === null || now - state.alive_at > FORGOTTEN_MS;
  const since = forgotten ? now : state.since;
  await database.writer.transaction(async (tx) => {
    // Where a neighbour was first, what it began stands.
    const change = forgotten ? { since, seq: head, alive_at: now } : { alive_at: now };
    if (await takeRound(tx, state.round, change)) await wakeAll(tx);
    await failOthers(tx, channels);
    await mendMoments(tx, now, LONGEST_WAIT_MS, LEASE_MS);
  });
}

/** The computer's clock was set back: what the time before it had put off is looked at anew. */
export async function planAnew({ database, clock }: Needs): Promise<void> {
  await database.writer.transaction(async (tx) => {
    await mendMoments(tx, clock(), LONGEST_WAIT_MS, LEASE_MS);
    await endQuiet(tx, clock() + UNDO_MS);
    await wakeAll(tx);
  });
}

/**
 * One step of planning: first the news of the log, then cases whose time has come. Of two processes that plan at once
 * one keeps what it found.
 * @returns whether there may be more at once
 */
export async function planRound(parts: Needs, channels: readonly ChannelName[]): Promise<boolean> {
  const state = await readNotifyState(parts.database.reader);
  const head = await readHeadSeq(parts.database.reader);
  return head > state.seq ? planNews(parts, channels, state, head) : planWakes(parts, channels, state);
}

async function planNews(parts: Needs, channels: readonly ChannelName[], state: NotifyState, head: number) {
  const { database, clock } = parts;
  const to = Math.min(head, state.seq + NEWS);
  const news = await subjectsBetween(database, state.seq, to);
  const cases = news.filter((one) => one.subject_kind === 'case').map((one) => one.subject_id);
  const incidents = news.flatMap((one) => {
    if (one.subject_kind !== 'incident') return [];
    return one.other === null ? [one.subject_id] : [one.subject_id, one.other];
  });
  const ids = [...new Set([...cases, ...(await casesUnder(database, incidents))])];
  const now = clock();
  // What a person may still undo does not leave the house.
  const terms = { channels, since: state.since ?? now, now, quietUntil: () => now + UNDO_MS };
  const plan = await planCases(parts, ids, terms);
  const all = news.some((one) => RULES.has(one.subject_kind));
  const rota = news.some((one) => one.subject_kind === 'rota');
  await keep(parts, state, { seq: to, alive_at: now }, plan, all, async (tx) => {
    // Another branch, or another rota: somebody may be on duty now.
    if (rota || ids.length > 0) await tryNobodyAgain(tx, database.kind, now + UNDO_MS, rota ? undefined : ids);
  });
  return true;
}

async function planWakes(parts: Needs, channels: readonly ChannelName[], state: NotifyState): Promise<boolean> {
  const { database, clock } = parts;
  const now = clock();
  const due = await wakesDue(database.reader, now, CASES);
  if (due.length === 0) return false;
  const quiet = new Map(due.map((wake) => [wake.case_id, wake.quiet_until]));
  const quietUntil = (id: string) => quiet.get(id) ?? 0;
  const ids = [...quiet.keys()];
  const plan = await planCases(parts, ids, { channels, since: state.since ?? now, now, quietUntil });
  // A case that cannot be looked at any more is not looked at for ever.
  const seen = new Set([...plan.wakes.map(({ case_id }) => case_id), ...plan.done]);
  plan.done.push(...ids.filter((id) => !seen.has(id)));
  await keep(parts, state, { alive_at: now }, plan, false);
  return true;
}

async function keep(
  { database }: Needs,
  { round }: NotifyState,
  change: Partial<NotifyState>,
  plan: Plan,
  all: boolean,
  alsoDo: (tx: Connection) => Promise<void> = async () => {},
): Promise<void> {
  await database.writer.transaction(async (tx) => {
    if (!(await takeRound(tx, round, change))) return;
    await addMessages(tx, plan.add);
    for (const { row, words } of plan.withdraw) if (await withdrawCall(tx, row)) await addMessages(tx, [words]);
    await putWakes(tx, database.kind, plan.wakes, plan.done);
    await alsoDo(tx);
    if (all) await wakeAll(tx);
  });
}
