import type { ClockStep } from '#shared/domain/clock-step.ts';
import type { MessageParam } from '#shared/domain/message-ref.ts';
import { dayOf } from './calendar/day.ts';
import type { Gap } from './counting.ts';
import { stretched } from './pauses.ts';
import type { InferredPart } from './policies.ts';
import type { Sum } from './sum.ts';

const DAY = 86_400_000;

/** What in the sum is our reading of a promise that others made; nothing of a version that a supervisor set. */
export function inferredNotes(sum: Sum, gaps: readonly Gap[], ofCalendar: readonly ClockStep[]): ClockStep[] {
  const says: Record<InferredPart, () => ClockStep[]> = {
    'late-receipt': () => [lateReceipt(sum)],
    'days-as-hours': () => [daysAsHours(sum)],
    'working-days': () => [workingDays(sum, gaps), ...leadChange(ofCalendar)],
    pauses: () => (stretched(sum.pauses) ? [note('clock.step.inferred.pauses')] : []),
  };
  return (sum.run.policy.inferredParts ?? []).flatMap((part) => says[part]());
}

/** The limit is our setting for a report that came in time, too. */
function lateReceipt({ allowance: { step } }: Sum): ClockStep {
  const late = step.key === 'clock.step.next-day';
  return note(late ? 'clock.step.inferred.late-receipt' : 'clock.step.inferred.cut-off', step.params);
}

function daysAsHours({ run, allowance }: Sum): ClockStep {
  const published = run.start.step.key === 'clock.step.start.news-published';
  return note(published ? 'clock.step.inferred.days-as-hours' : 'clock.step.inferred.days-as-hours-receipt', {
    n: { t: 'number', v: allowance.amount.v / DAY },
  });
}

function workingDays({ run, facts, calendarOn }: Sum, gaps: readonly Gap[]): ClockStep {
  const moved = gaps.some(({ off }) => off.why === 'taken-day');
  if (facts.assignments.length > 0 || calendarOn === null)
    return note(moved ? 'clock.step.inferred.working-days-moved' : 'clock.step.inferred.working-days');
  const key = moved ? 'clock.step.inferred.working-days-unled-moved' : 'clock.step.inferred.working-days-unled';
  return note(key, { state: { t: 'text', v: calendarOn(dayOf(run.start.at.ms)).state.name } });
}

/** From which day on another lead's calendar holds is our reading as well. */
function leadChange(ofCalendar: readonly ClockStep[]): ClockStep[] {
  const changed = ofCalendar.some(({ step }) => step.key === 'clock.step.calendar-changed');
  return changed ? [note('clock.step.inferred.lead-changed')] : [];
}

/** A line that only says something. */
function note(key: string, params?: Record<string, MessageParam>): ClockStep {
  return { step: params === undefined ? { key } : { key, params }, amount: { t: 'none', v: 0 } };
}
