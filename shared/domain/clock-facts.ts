import type { Benefit } from './benefit.ts';
import type { PauseReason } from './case-status.ts';
import type { DeclineReason } from './decline-reason.ts';
import type { Grade, IncidentKind, Severity } from './incident-kind.ts';

/**
 * A moment with its doubt. `ms` since 1970; `certain` false while the time is an estimate; `event` is its source.
 * Bounds of an estimate are left out while nobody knows them. `setBy`: the supervisor who set a time that was one.
 */
export interface Moment {
  ms: number;
  certain: boolean;
  event: string;
  actor: string;
  notBefore?: number;
  notAfter?: number;
  setBy?: string;
}

/** One stretch of a branch leading the case. */
export interface AssignmentFact {
  /** Id of the event that assigned it. */
  id: string;
  branch: string;
  from: Moment;
  acknowledged: Moment | null;
  /** When another branch took the lead or this one gave the case back, or null while it has it. */
  until: Moment | null;
  /** The branch did not take the offer; left out where it did, or has not answered. */
  declined?: Moment & { reason: DeclineReason };
}

/** Everything the clocks of one case rest on; made from the case's and its incident's events. */
export interface ClockFacts {
  case: string;
  kind: IncidentKind;
  severity: Severity;
  priority: 'normal' | 'high';
  /** Receipt of the incident's first report, by central's (offline: the console's) time. */
  received: Moment;
  /** The news: earliest publication, or the receipt where that was missing, in the future or over 30 days old. */
  news: Moment & { basis: 'published' | 'receipt' };
  triaged: Moment | null;
  assignments: readonly AssignmentFact[];
  firstAction: Moment | null;
  familyContacted: Moment | null;
  /** `payee`: whose, where a benefit has several; left out for the benefit as a whole. */
  documents: readonly { benefit: Benefit; payee?: string; at: Moment }[];
  eligibility: readonly { benefit: Benefit; eligible: boolean; payee?: string; at: Moment }[];
  payments: readonly { benefit: Benefit; amountSen: number; payee?: string; at: Moment }[];
  pauses: readonly { reason: PauseReason; from: Moment; until: Moment | null; plannedUntil: number | null }[];
  closed: Moment | null;
  /** How far the incident is confirmed, and the laws the person is covered under; left out while nobody said. */
  grade?: Grade;
  schemes?: readonly string[];
  complaints?: readonly ComplaintFact[];
  policyMoves?: readonly PolicyMove[];
}

/** A complaint about the case, and when it was acknowledged. */
export interface ComplaintFact {
  id: string;
  at: Moment;
  acknowledged: Moment | null;
}

/** A supervisor put one clock under another version of its policy; it counts from the clock's start all the same. */
export interface PolicyMove {
  /** Id of the clock. */
  clock: string;
  /** Id of the policy version it now runs under. */
  policy: string;
  at: Moment;
}

/** Whether a pause still holds at a moment: nobody ended it, and its planned end has not come. @param ms since 1970 */
export function stillPaused(pause: ClockFacts['pauses'][number] | undefined, ms: number): boolean {
  return pause !== undefined && pause.until === null && (pause.plannedUntil === null || pause.plannedUntil > ms);
}
