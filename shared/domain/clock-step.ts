import type { MessageRef } from './message-ref.ts';

/**
 * One line of a clock's arithmetic. `time` (ms since 1970) is the start, now or the stop; `duration` (ms) is added;
 * `sum` (ms since 1970) is what start and durations before it make: the due time; `none` only says something.
 */
export interface ClockStep {
  step: MessageRef;
  amount: { t: 'time' | 'duration' | 'sum' | 'none'; v: number };
}
