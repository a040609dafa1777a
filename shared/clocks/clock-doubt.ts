import type { Moment } from '#shared/domain/clock-facts.ts';
import type { MessageParam } from '#shared/domain/message-ref.ts';
import type { ClockInstance } from './clock-instance.ts';
import type { ClockRun } from './clock-run.ts';

type Steps = ClockInstance['steps'];
interface Bounds {
  /** Null while nobody knows. */
  from: number | null;
  to: number;
}

/**
 * S-33: what a clock says of moments that are estimates: both bounds of each, the earliest it may be due, and whether it
 * is sure to be late or not. Of moments that a supervisor set it says that. Others are left as they are.
 * @param dueAt when it would be due had it begun at that moment @param now ms since 1970
 */
export function withDoubt(
  clock: ClockInstance,
  run: Pick<ClockRun, 'start' | 'end'>,
  dueAt: (start: number) => number,
  now: number,
): ClockInstance {
  const start = run.start.at;
  const end = run.end?.at ?? null;
  const notes = [
    ...(start.setBy === undefined ? [] : [note('clock.step.set.start')]),
    ...(end?.setBy === undefined ? [] : [note('clock.step.set.end')]),
  ];
  if (!clock.uncertain) return notes.length === 0 ? clock : { ...clock, steps: [...clock.steps, ...notes] };
  const starts = boundsOf(start, now);
  const ends = end === null ? { from: now, to: now } : boundsOf(end, now);
  const earliestDue = start.certain || starts.from === null ? clock.due : Math.min(clock.due, dueAt(starts.from));
  const latestDue = start.certain ? clock.due : Math.max(clock.due, dueAt(starts.to));
  const unsure = ends.to > earliestDue !== (ends.from ?? Number.NEGATIVE_INFINITY) > latestDue;
  const doubts = [
    ...(start.certain ? [] : [boundNote('start', starts)]),
    ...(end === null || end.certain ? [] : [boundNote('end', ends)]),
    ...(start.certain && end?.certain !== false ? [note('clock.step.doubt.pause')] : []),
    ...(earliestDue < clock.due ? [note('clock.step.doubt.due', { due: { t: 'time', v: earliestDue } })] : []),
    ...(unsure ? [note('clock.step.doubt.verdict')] : []),
    ...notes,
  ];
  const steps = clock.steps.flatMap((one) => (one.step.key === 'clock.step.uncertain' ? doubts : [one]));
  return { ...clock, earliestDue, steps };
}

/** Between which moments it was; what is not bounded above yet was before now. */
function boundsOf({ ms, certain, notBefore, notAfter }: Moment, now: number): Bounds {
  if (certain) return { from: ms, to: ms };
  return { from: notBefore ?? null, to: notAfter ?? Math.max(ms, now) };
}

function boundNote(of: 'start' | 'end', { from, to }: Bounds): Steps[number] {
  const until = { to: { t: 'time', v: to } } as const;
  if (from === null) return note(of === 'start' ? 'clock.step.doubt.start.until' : 'clock.step.doubt.end.until', until);
  return note(of === 'start' ? 'clock.step.doubt.start' : 'clock.step.doubt.end', {
    from: { t: 'time', v: from },
    ...until,
  });
}

function note(key: string, params?: Record<string, MessageParam>): Steps[number] {
  return { step: params === undefined ? { key } : { key, params }, amount: { t: 'none', v: 0 } };
}
