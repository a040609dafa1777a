import type { MessageParam } from '#shared/domain/message-ref.ts';
import type { ClockStep } from './clock-instance.ts';
import type { ClockRun } from './clock-run.ts';
import type { CountedPause } from './pauses.ts';
import type { ClockPolicy } from './policies.ts';

interface Sum {
  run: ClockRun;
  policy: ClockPolicy;
  allowance: ClockStep;
  pauses: readonly CountedPause[];
  due: number;
  now: number;
}

/**
 * "Why is this red?" as lines that add up: start + allowance + each pause = due; then now or the stop, and what lies
 * between that and due (always ≥ 0; the words say late, left or to spare).
 */
export function explain({ run, policy, allowance, pauses, due, now }: Sum): ClockStep[] {
  const end = run.end?.at.ms ?? now;
  const notes: ClockStep[] = [];
  if (!run.start.at.certain || run.end?.at.certain === false || pauses.some((pause) => !pause.certain)) {
    notes.push(note('clock.step.uncertain'));
  }
  if (policy.status === 'inferred') notes.push(note('clock.step.policy-inferred'));
  return [
    { step: run.start.step, amount: { t: 'time', v: run.start.at.ms } },
    allowance,
    ...pauses.map(pauseStep),
    { step: { key: 'clock.step.due' }, amount: { t: 'sum', v: due } },
    { step: run.end?.step ?? { key: 'clock.step.now' }, amount: { t: 'time', v: end } },
    { step: { key: differenceKey(run, end, due) }, amount: { t: 'duration', v: Math.abs(due - end) } },
    ...notes,
  ];
}

function differenceKey(run: ClockRun, end: number, due: number): string {
  if (end > due) return 'clock.step.late';
  return run.end === null ? 'clock.step.left' : 'clock.step.spare';
}

function note(key: string): ClockStep {
  return { step: { key }, amount: { t: 'none', v: 0 } };
}

function pauseStep(pause: CountedPause): ClockStep {
  const reason: MessageParam = { t: 'key', v: `pause.${pause.reason}` };
  const from: MessageParam = { t: 'time', v: pause.from };
  const step = pause.open
    ? { key: 'clock.step.pause-open', params: { reason, from } }
    : { key: 'clock.step.pause', params: { reason, from, until: { t: 'time', v: pause.to } as const } };
  return { step, amount: { t: 'duration', v: pause.to - pause.from } };
}
