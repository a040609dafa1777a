import type { MessageRef } from '#shared/domain/message-ref.ts';

export type ClockState = 'running' | 'paused' | 'met' | 'missed';

/**
 * done: the promise itself · assigned: triage ended by an assignment · replaced: another branch took the lead first ·
 * closed: the case was closed first.
 */
export type ClockEnd = 'done' | 'assigned' | 'replaced' | 'closed';

/** Share of the counted time at which somebody is told. */
export const FRACTIONS = [0.5, 0.75, 0.9, 1] as const;
export type Fraction = (typeof FRACTIONS)[number];

/**
 * One line of the arithmetic. `time` (ms since 1970) is the start, now or the stop; `duration` (ms) is added; `sum`
 * (ms since 1970) is what start and durations before it make: the due time; `none` only says something.
 */
export interface ClockStep {
  step: MessageRef;
  amount: { t: 'time' | 'duration' | 'sum' | 'none'; v: number };
}

/** One promise: a key on a subject. Moments in ms since 1970, lengths in ms. */
export interface ClockInstance {
  /** `key:subject id`, the same on every console and for ever. */
  id: string;
  key: string;
  subject: { kind: 'case' | 'assignment' | 'payment'; id: string };
  /** Id of the policy it runs under. */
  policy: string;
  /** Once missed always missed: a stop after the due time keeps `missed` and has its `stoppedAt`. */
  state: ClockState;
  startedAt: number;
  /** Start + allowance + counted pauses, an unfinished pause counted up to now. */
  due: number;
  stoppedAt: number | null;
  /** What stopped it: the thing promised, or something that ended the promise without it; null while it runs. */
  endedBy: ClockEnd | null;
  pausedSince: number | null;
  /** When the pause under way ends by itself; null when only a person ends it. */
  resumesAt: number | null;
  elapsedMs: number;
  pausedMs: number;
  allowanceMs: number;
  thresholds: readonly { fraction: Fraction; at: number }[];
  /** A moment it rests on is an estimate. */
  uncertain: boolean;
  /** The earliest it may be due; left out where it rests on no estimate. */
  earliestDue?: number;
  steps: readonly ClockStep[];
}
