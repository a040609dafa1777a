import type { ClockFacts } from '#shared/domain/clock-facts.ts';
import { withDoubt } from './clock-doubt.ts';
import { type ClockInstance, type ClockState, FRACTIONS } from './clock-instance.ts';
import { type ClockRun, clockRuns, unstartedKeys } from './clock-run.ts';
import { allowanceOf } from './due-rule.ts';
import { explain } from './explain.ts';
import { countedPauses, momentOf } from './pauses.ts';
import { type ClockPolicy, policyInForce } from './policies.ts';

/**
 * Every clock of a case that has started, as it stands at `now` (ms since 1970), in a fixed order.
 *
 * All facts given count, also those later than `now` (another computer's clock may be ahead); to see a past moment,
 * pass `factsAt(facts, then)`. A receipt in the future shows its due times with nothing elapsed. A key without a
 * policy in force at its start has no clock. Lead and priority take no part, so changing them moves no case clock.
 */
export function clocksOf(facts: ClockFacts, policies: readonly ClockPolicy[], now: number): ClockInstance[] {
  return clockRuns(facts).flatMap((run) => {
    const policy = policyInForce(policies, run.key, run.start.at.ms);
    if (policy === null) return [];
    const clock = instanceOf(run, policy, facts, now);
    const from = (ms: number) => ({ ...run, start: { ...run.start, at: { ...run.start.at, ms } } });
    return [withDoubt(clock, run, (ms) => instanceOf(from(ms), policy, facts, now).due, now)];
  });
}

/** Keys whose start has not come, of those that any policy promises. */
export function upcomingClocks(facts: ClockFacts, policies: readonly ClockPolicy[]): string[] {
  const promised = new Set(policies.map((policy) => policy.key));
  return unstartedKeys(facts).filter((key) => promised.has(key));
}

function instanceOf(run: ClockRun, policy: ClockPolicy, facts: ClockFacts, now: number): ClockInstance {
  const start = run.start.at.ms;
  const stoppedAt = run.end?.at.ms ?? null;
  const allowance = allowanceOf(policy, start);
  const pauses =
    policy.pauses === null
      ? []
      : countedPauses(facts.pauses, {
          start,
          end: stoppedAt,
          now,
          allowanceMs: allowance.ms,
          capMs: policy.pauses.capMs,
        });
  const open = pauses.find((pause) => pause.open) ?? null;
  const due = momentOf(start, allowance.ms, pauses);
  const pausedMs = pauses.reduce((sum, pause) => sum + pause.to - pause.from, 0);
  const elapsedMs = Math.max(0, (stoppedAt ?? now) - start - pausedMs);
  const state = stateOf(stoppedAt, open !== null, due, now);
  return {
    id: `${run.key}:${run.subject.id}`,
    key: run.key,
    subject: run.subject,
    policy: policy.id,
    state,
    startedAt: start,
    due,
    stoppedAt,
    endedBy: run.end?.how ?? null,
    pausedSince: open?.from ?? null,
    resumesAt: open?.resumesAt ?? null,
    elapsedMs,
    pausedMs,
    allowanceMs: allowance.ms,
    thresholds: FRACTIONS.map((fraction) => ({
      fraction,
      at: momentOf(start, Math.round(allowance.ms * fraction), pauses),
    })),
    uncertain: !run.start.at.certain || run.end?.at.certain === false || pauses.some((pause) => !pause.certain),
    steps: explain({ run, policy, allowance: allowance.step, pauses, due, now }),
  };
}

function stateOf(stoppedAt: number | null, paused: boolean, due: number, now: number): ClockState {
  if (stoppedAt !== null) return stoppedAt > due ? 'missed' : 'met';
  if (paused) return 'paused';
  return now > due ? 'missed' : 'running';
}
