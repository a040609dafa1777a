import type { Parts } from '#central/parts.ts';
import { officeNames } from '#central/read/office-names.ts';
import { casesById } from '#central/store/case-queries.ts';
import { shownById } from '#central/store/fusions.ts';
import { leaseMessages, nextSendAt, type OutboxRow, type Outcome, recordOutcome } from '#central/store/outbox-rows.ts';
import { type Called, whoToCall } from '#shared/clocks/escalation/who-to-call.ts';
import type { Lang } from '#shared/text/lang.ts';
import type { After } from './after.ts';
import { type Channel, type Message, Undelivered } from './channel.ts';
import { compose } from './compose.ts';
import type { Duties, ReachableDuty } from './duties.ts';

/** A message that leaves the house later than this after its moment says so. */
const LATE_MS = 60_000;
/** So long one process has a message to itself; sending ends well before. */
export const LEASE_MS = 120_000;
const DEADLINE_MS = 60_000;
const AT_ONCE = 5;
/** Eight hours: a night. */
const MOST_ATTEMPTS = 100;
export const LONGEST_WAIT_MS = 300_000;
/** The other side's own answer, or nobody was asked: the message certainly did not come through. */
const CERTAIN = /^(smtp|http)-\d+$|^nobody$/;

/** Time to wait before the next attempt, ms: 10 s, then four times as long each, five minutes at most. */
function waitAfter(attempts: number): number {
  return Math.min(LONGEST_WAIT_MS, 10_000 * 4 ** (attempts - 1));
}

/** What sending needs. */
export interface SendTools {
  parts: Pick<Parts, 'database' | 'geography' | 'identity' | 'clock' | 'log'>;
  duties: Duties;
  lang: Lang;
  /** Address before the number of a case; null when messages bear none. */
  link: string | null;
  after: After;
}

/** Sends by `channel` what waits and may go, a few at once. @returns how many it set out to send */
export async function sendSome(tools: SendTools, channel: Channel): Promise<number> {
  const { parts } = tools;
  const now = parts.clock();
  const next = await nextSendAt(parts.database.reader, [channel.name]);
  if (next === null || next > now) return 0;
  const rows = await leaseMessages(parts.database, channel.name, now, now + LEASE_MS, AT_ONCE);
  const duties = rows.length === 0 ? [] : await tools.duties.list(now);
  await Promise.all(rows.map((row) => sendOne(tools, channel, row, duties, now)));
  return rows.length;
}

async function sendOne(
  tools: SendTools,
  channel: Channel,
  row: OutboxRow,
  duties: readonly ReachableDuty[],
  now: number,
): Promise<void> {
  const { database, log, clock } = tools.parts;
  const late = now - row.at > LATE_MS;
  const { message, called } = await wordsOf(tools, channel, row, duties, { now, late });
  const whom = { duty: called.duty?.id ?? null, called: called.duty?.level ?? null, passed: called.passed.join(',') };
  let outcome: Outcome;
  try {
    if (channel.personal && called.duty === null) throw new Undelivered('nobody', false);
    await inTime(tools.after, channel.deliver(message, called.duty?.email ?? null));
    outcome = { ...whom, state: 'sent', sent_at: clock(), late: late ? 1 : 0, error: null };
  } catch (error) {
    const { code, final } = error instanceof Undelivered ? error : { code: 'unknown', final: false };
    const over = final || row.attempts >= MOST_ATTEMPTS;
    const again = { error: code, send_after: Math.max(row.at, clock() + waitAfter(row.attempts)) };
    outcome = { ...whom, ...again, ...(over ? { state: 'failed' } : {}) };
    log.info({ channel: row.channel, code, attempts: row.attempts, over }, 'a message was not delivered');
  }
  await database.writer.transaction((tx) => recordOutcome(tx, row, outcome));
}

async function wordsOf(
  { parts, lang, link }: Omit<SendTools, 'duties' | 'after'>,
  channel: Channel,
  row: OutboxRow,
  duties: readonly ReachableDuty[],
  { now, late }: { now: number; late: boolean },
): Promise<{ message: Message; called: Called<ReachableDuty> }> {
  const [stored] = await casesById(parts.database, [row.case_id]);
  const branch = stored?.state.lead ?? null;
  const incident = stored && (await shownById(parts.database, [stored.state.incident])).get(stored.state.incident);
  const state = parts.geography.branches.find(({ code }) => code === branch)?.state ?? incident?.incident.place?.state;
  const before = duties.find(({ id }) => id === row.duty);
  const reachable = channel.personal ? ({ email }: ReachableDuty) => email !== null : () => true;
  const called =
    before !== undefined && reachable(before)
      ? { duty: before, passed: [] }
      : whoToCall(duties, { branch, state: state ?? null }, row.level, now, reachable);
  const caseName = stored?.state.number ?? stored?.state.label ?? row.case_id;
  const message = compose(row, {
    lang,
    demo: parts.identity.profile === 'demo',
    caseName,
    branch: branch === null ? null : (officeNames(parts.geography).branch?.(branch) ?? branch),
    link: link === null ? null : `${link}${encodeURIComponent(caseName)}`,
    called: called.duty?.level ?? null,
    passed: called.passed,
    late,
    // An attempt of which nothing was recorded, or that broke off before the answer.
    again: row.attempts > 1 && (row.error === null || !CERTAIN.test(row.error)),
  });
  return { message, called };
}

function inTime(after: After, work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const forget = after(DEADLINE_MS, () => reject(new Undelivered('timeout', false)));
    work.then(resolve, reject).finally(forget);
  });
}
