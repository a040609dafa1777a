import type { ClockStep } from '#shared/domain/clock-step.ts';
import type { ClockInstance } from './clock-instance.ts';

/** The lines of a clock that another branch ended, with the one that this branch has instead: since when, and its due time. */
export function withNext(steps: readonly ClockStep[], branch: string, next: ClockInstance): ClockStep[] {
  const line: ClockStep = {
    step: {
      key: 'clock.step.next-clock',
      params: {
        branch: { t: 'branch', v: branch },
        since: { t: 'time', v: next.startedAt },
        due: { t: 'time', v: next.due },
      },
    },
    amount: { t: 'none', v: 0 },
  };
  const words = steps.findIndex(({ amount }) => amount.t === 'none');
  return words < 0 ? [...steps, line] : [...steps.slice(0, words), line, ...steps.slice(words)];
}
