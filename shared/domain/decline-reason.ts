/** Why a branch does not take a case it was offered. */
export const DECLINE_REASONS = [
  'not-ours',
  'heirs-elsewhere',
  'no-officer',
  'office-closed',
  'same-case',
  'other',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];
