import type { ClockStep } from '#shared/domain/clock-step.ts';
import type { MessageParam } from '#shared/domain/message-ref.ts';
import type { ClockRun } from './clock-run.ts';
import { calendarNotes, gapSteps } from './explain-calendar.ts';
import { inferredNotes } from './explain-inferred.ts';
import { type PauseTaken, stretched } from './pauses.ts';
import type { Sum } from './sum.ts';

/**
 * "Why is this red?" as lines that add up: start + what does not count + allowance + each pause = due; then now or the
 * stop, and what lies between that and due (always ≥ 0; the words say late, left or to spare).
 */
export function explain(sum: Sum): ClockStep[] {
  const { run, pauses, due, now, counting, calendarOn } = sum;
  const start = run.start.at.ms;
  const end = run.end?.at.ms ?? now;
  const gaps = calendarOn === null ? [] : counting.gaps(start, due);
  const ofCalendar = calendarOn === null ? [] : calendarNotes(gaps, { start, due, calendarOn, facts: sum.facts });
  return [
    { step: run.start.step, amount: { t: 'time', v: start } },
    ...gapSteps(gaps),
    allowanceLine(sum),
    ...pauses.map(pauseStep),
    { step: { key: 'clock.step.due' }, amount: { t: 'sum', v: due } },
    { step: run.end?.step ?? { key: 'clock.step.now' }, amount: { t: 'time', v: end } },
    { step: { key: differenceKey(run, end, due) }, amount: { t: 'duration', v: Math.abs(due - end) } },
    ...sinceNews(run, pauses),
    ...notesOf(sum),
    ...inferredNotes(sum, gaps, ofCalendar),
    ...ofCalendar,
  ];
}

/** Before anybody leads, nobody's working days are named. */
function allowanceLine({ allowance, facts }: Sum): ClockStep {
  if (allowance.step.key !== 'clock.step.days' || facts.assignments.length > 0) return allowance;
  return { ...allowance, step: { ...allowance.step, key: 'clock.step.days-unled' } };
}

/** Nobody was early or late with what another branch or the closing of the case ended. */
function differenceKey({ end: ended }: ClockRun, end: number, due: number): string {
  if (ended !== null && ended.how !== 'done' && ended.how !== 'assigned')
    return end > due ? 'clock.step.late-then' : 'clock.step.left-then';
  if (end > due) return 'clock.step.late';
  return ended === null ? 'clock.step.left' : 'clock.step.spare';
}

/** A line that only says something. */
function note(key: string, params?: Record<string, MessageParam>): ClockStep {
  return { step: params === undefined ? { key } : { key, params }, amount: { t: 'none', v: 0 } };
}

/** With pauses a promise may be kept later than its days: once kept, how long it took by the wall clock. */
function sinceNews({ policy, start, end }: ClockRun, pauses: readonly PauseTaken[]): ClockStep[] {
  if (policy.start !== 'news' || end?.how !== 'done' || !stretched(pauses)) return [];
  const key =
    start.step.key === 'clock.step.start.news-published' ? 'clock.step.since-news' : 'clock.step.since-receipt';
  return [{ step: { key }, amount: { t: 'duration', v: Math.max(0, end.at.ms - start.at.ms) } }];
}

function notesOf({ run, pauses, due, resumes }: Sum): ClockStep[] {
  const { policy, moved, start, end } = run;
  const notes: ClockStep[] = [];
  const waiting = end === null ? pauses.find(({ open, from }) => open && from < due) : undefined;
  if (waiting !== undefined) notes.push(waitingNote(waiting, resumes));
  if (!start.at.certain || end?.at.certain === false || pauses.some((pause) => !pause.certain))
    notes.push(note('clock.step.uncertain'));
  const cap = policy.pauses?.capMs ?? null;
  if (cap !== null && pauses.some(({ endedBy }) => endedBy === 'cap'))
    notes.push(note('clock.step.pause-capped', { cap: { t: 'duration', v: cap } }));
  if (moved !== null)
    notes.push(
      note('clock.step.policy-moved', {
        person: { t: 'person', v: moved.at.actor },
        at: { t: 'time', v: moved.at.ms },
        since: { t: 'day', v: policy.effectiveFrom },
      }),
    );
  if (policy.status === 'inferred') notes.push(note('clock.step.policy-inferred'));
  return notes;
}

/** A clock that stands still: when it is due if it runs on as planned, or at the latest where its pause ends by itself. */
function waitingNote({ plannedUntil }: PauseTaken, resumes: Sum['resumes']): ClockStep {
  if (resumes === null) return note('clock.step.pause-moves');
  const params = { at: { t: 'time', v: resumes.at }, due: { t: 'time', v: resumes.due } } as const;
  return note(plannedUntil === resumes.at ? 'clock.step.pause-plan-due' : 'clock.step.pause-cap-due', params);
}

function pauseStep(pause: PauseTaken): ClockStep {
  const params: Record<string, MessageParam> = {
    reason: { t: 'key', v: `pause.${pause.reason}` },
    person: { t: 'person', v: pause.by },
    from: { t: 'time', v: pause.from },
  };
  const amount = { t: 'duration', v: pause.countedMs } as const;
  if (!pause.open) {
    return { step: { key: 'clock.step.pause', params: { ...params, until: { t: 'time', v: pause.to } } }, amount };
  }
  if (pause.plannedUntil === null) return { step: { key: 'clock.step.pause-open', params }, amount };
  const visit: MessageParam = { t: 'time', v: pause.plannedUntil };
  return { step: { key: 'clock.step.pause-planned', params: { ...params, visit } }, amount };
}
