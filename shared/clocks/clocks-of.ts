import type { ClockFacts } from '#shared/domain/clock-facts.ts';
import { type Calendars, defaultCalendars } from './calendar/calendars.ts';
import { withDoubt } from './clock-doubt.ts';
import type { ClockInstance, ClockState } from './clock-instance.ts';
import { awaitedKeys, type ClockRun, clockRuns } from './clock-run.ts';
import { successorOf } from './clock-stop.ts';
import { allowanceOf } from './due-rule.ts';
import { explain } from './explain.ts';
import { withNext } from './explain-next.ts';
import { countingOf, leadCalendar } from './lead-calendar.ts';
import { countedPauses, momentOf, type PauseTaken } from './pauses.ts';
import type { ClockPolicy } from './policies.ts';

/** The share of the counted time from which a row shows a warning. */
const WARNED = 0.75;

/**
 * Every clock of a case that has started, as it stands at `now` (ms since 1970), in a fixed order.
 *
 * All facts given count, also those later than `now` (another computer's clock may be ahead); to see a past moment,
 * pass `factsAt(facts, then)`. A receipt in the future shows its due times with nothing elapsed. A key without a
 * policy in force at its start has no clock. Priority takes no part, and the lead only by the calendar of its branch.
 */
export function clocksOf(
  facts: ClockFacts,
  policies: readonly ClockPolicy[],
  now: number,
  calendars: Calendars = defaultCalendars,
): ClockInstance[] {
  const runs = clockRuns(facts, policies);
  const clocks = runs.map((run) => {
    const clock = instanceOf(run, facts, now, calendars);
    const from = (ms: number) => ({ ...run, start: { ...run.start, at: { ...run.start.at, ms } } });
    return withDoubt(clock, run, (ms) => instanceOf(from(ms), facts, now, calendars).due, now);
  });
  return clocks.some(({ endedBy }) => endedBy === 'replaced') ? namingNext(facts, runs, clocks) : clocks;
}

/** A clock that another branch ended names the clock which that branch has. */
function namingNext(facts: ClockFacts, runs: readonly ClockRun[], clocks: ClockInstance[]): ClockInstance[] {
  return clocks.map((clock, place) => {
    const of = clock.endedBy === 'replaced' ? runs[place]?.start.assignment : undefined;
    const next = of === undefined ? null : successorOf(facts, of);
    const its = next && clocks.find((one) => one.key === clock.key && one.subject.id === next.id);
    return its ? { ...clock, steps: withNext(clock.steps, next.branch, its) } : clock;
  });
}

/** Keys whose start has not come, of those that any policy promises and shows beforehand. */
export function upcomingClocks(facts: ClockFacts, policies: readonly ClockPolicy[]): string[] {
  return awaitedKeys(facts, policies);
}

function instanceOf(run: ClockRun, facts: ClockFacts, now: number, calendars: Calendars): ClockInstance {
  const { policy, end } = run;
  const start = run.start.at.ms;
  const stoppedAt = end?.at.ms ?? null;
  const calendarOn = policy.calendar === 'always' ? null : leadCalendar(facts, calendars, start);
  const counting = countingOf(policy, start, calendarOn);
  const allowance = allowanceOf(policy, start);
  const span = {
    start,
    end: stoppedAt,
    allowanceMs: allowance.ms,
    capMs: policy.pauses?.capMs ?? null,
    counting,
    reasons: policy.pauses?.reasons ?? null,
  };
  const pauses =
    policy.pauses === null || facts.pauses.length === 0 ? [] : countedPauses(facts.pauses, { ...span, now });
  const open = pauses.find((pause) => pause.open) ?? null;
  const at = (fraction: number, of: readonly PauseTaken[] = pauses) =>
    momentOf(start, Math.round(allowance.ms * fraction), of, counting);
  const due = at(1);
  // Once it runs on by itself, it is due then; the pause has moved what it will move.
  const resumes =
    open?.resumesAt == null
      ? null
      : { at: open.resumesAt, due: at(1, countedPauses(facts.pauses, { ...span, now: open.resumesAt })) };
  const pausedMs = pauses.reduce((sum, pause) => sum + pause.countedMs, 0);
  const until = Math.max(start, stoppedAt ?? now);
  const elapsedMs = Math.max(0, counting.between(start, until) - pausedMs);
  return {
    id: run.id,
    key: policy.key,
    subject: run.start.subject,
    policy: policy.id,
    counts: counting.kind,
    state: stateOf(stoppedAt, open !== null, due, now),
    startedAt: start,
    due,
    stoppedAt,
    endedBy: end?.how ?? null,
    pausedSince: open?.from ?? null,
    resumesAt: open?.resumesAt ?? null,
    elapsedMs,
    pausedMs,
    offMs: Math.max(0, until - start - elapsedMs - pausedMs),
    allowanceMs: allowance.ms,
    thresholds: [...policy.warnAt, 1].map((fraction) => ({ fraction, at: at(fraction) })),
    held: open === null ? null : heldBy(pauses, at),
    pauses,
    uncertain: !run.start.at.certain || end?.at.certain === false || pauses.some((pause) => !pause.certain),
    steps: explain({ run, facts, allowance: allowance.step, pauses, due, now, counting, calendarOn, resumes }),
  };
}

/** Due time and warning as they would stand had the open pause not begun. */
function heldBy(pauses: readonly PauseTaken[], at: (fraction: number, of: readonly PauseTaken[]) => number) {
  const before = pauses.filter((pause) => !pause.open);
  return { due: at(1, before), warnAt: at(WARNED, before) };
}

function stateOf(stoppedAt: number | null, paused: boolean, due: number, now: number): ClockState {
  if (stoppedAt !== null) return stoppedAt > due ? 'missed' : 'met';
  if (paused) return 'paused';
  return now > due ? 'missed' : 'running';
}
