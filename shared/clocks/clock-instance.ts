import type { ClockStep } from '#shared/domain/clock-step.ts';
import type { PauseTaken } from './pauses.ts';

export type ClockState = 'running' | 'paused' | 'met' | 'missed';

/**
 * done: the promise itself · assigned: triage ended by an assignment · replaced: another branch took the lead first ·
 * declined: the branch did not take the case · closed: the case was closed first.
 */
export type ClockEnd = 'done' | 'assigned' | 'replaced' | 'declined' | 'closed';

/** Share of the counted time at which somebody is told, 1 the due moment itself. */
export type Fraction = number;

/** One promise: a key on a subject. Moments in ms since 1970, lengths in ms. */
export interface ClockInstance {
  /** `key:subject id`, the same on every console and for ever. */
  id: string;
  key: string;
  subject: { kind: 'case' | 'assignment' | 'complaint' | 'payee'; id: string };
  /** Id of the policy it runs under. */
  policy: string;
  /** Whether every hour counts, or days or office hours of the lead branch. */
  counts: 'always' | 'days' | 'hours';
  /** Once missed always missed: a stop after the due time keeps `missed` and has its `stoppedAt`. */
  state: ClockState;
  startedAt: number;
  /** Where the allowance ends, counted pauses added, an unfinished pause up to now. */
  due: number;
  stoppedAt: number | null;
  /** What stopped it: the thing promised, or something that ended the promise without it; null while it runs. */
  endedBy: ClockEnd | null;
  pausedSince: number | null;
  /** When the pause under way ends by itself; null when only a person ends it. */
  resumesAt: number | null;
  /** Counted time so far, without pauses. */
  elapsedMs: number;
  /** Counted time that pauses took. */
  pausedMs: number;
  /** Time so far that does not count: rest days, holidays, the day of the start. With the two above all time so far. */
  offMs: number;
  /** Counted time allowed. */
  allowanceMs: number;
  thresholds: readonly { fraction: Fraction; at: number }[];
  /** Due time and warning as they would stand had the pause under way not begun; null when none is. */
  held: { due: number; warnAt: number } | null;
  /** The ledger of its pauses, in order. */
  pauses: readonly PauseTaken[];
  /** A moment it rests on is an estimate. */
  uncertain: boolean;
  /** The earliest it may be due; left out where it rests on no estimate. */
  earliestDue?: number;
  steps: readonly ClockStep[];
}
