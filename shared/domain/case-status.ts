import type { Severity } from './incident-kind.ts';

/** Where a case stands; each follows from the facts recorded so far. */
export const CASE_STATUSES = [
  'unassigned',
  'assigned',
  'acknowledged',
  'in-action',
  'documents',
  'paid',
  'closed',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** How a pause is explained to people; free words go into the private part. */
export const PAUSE_REASONS = ['family-not-ready', 'police-report', 'hospital', 'other'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** The reasons offered for a case: nobody who died is still in hospital. One that was given before stands. */
export function offeredPauseReasons(severity: Severity): readonly PauseReason[] {
  return severity === 'death' ? PAUSE_REASONS.filter((reason) => reason !== 'hospital') : PAUSE_REASONS;
}

/** How a case ended. */
export const OUTCOMES = ['paid', 'not-eligible', 'duplicate', 'not-work', 'other'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What the squad did first. */
export const FIRST_ACTIONS = ['family-visit', 'hospital-visit', 'scene-visit', 'employer-visit', 'phone-call'] as const;
export type FirstAction = (typeof FIRST_ACTIONS)[number];

/** How a coordinator who records an act for the squad was told of it. */
export const TOLD_BY = ['phone', 'whatsapp', 'radio', 'email', 'in-person'] as const;
export type ToldBy = (typeof TOLD_BY)[number];
