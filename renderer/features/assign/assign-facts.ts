import type { Candidate } from '#shared/contract/view/desk.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';

/** What has to be asked before cases go to a branch. */
export interface AssignAsk {
  /** none: nothing to say · may: another branch was suggested · must: the rules want a reason. */
  reason: 'none' | 'may' | 'must';
  /** The branch suggested instead, when another one is chosen. */
  suggested: string | null;
}

/** Judges a choice of branch for the ticked cases. */
export function assignAsk(rows: readonly QueueRow[], branch: string, candidate: Candidate | null): AssignAsk {
  const other = rows.find((row) => row.suggested !== null && row.suggested.branch !== branch);
  const suggested = other?.suggested?.branch ?? null;
  const must = candidate?.verdict === 'with-reason';
  return { reason: must ? 'must' : suggested === null ? 'none' : 'may', suggested };
}

/** True when one choice of a branch says all: one unassigned case, nothing to explain. */
export function goesAtOnce(rows: readonly QueueRow[], branch: string, candidate: Candidate | null): boolean {
  const [only, ...others] = rows;
  if (!only || others.length > 0 || only.lead !== null) return false;
  return candidate !== null && candidate.refused === null && assignAsk(rows, branch, candidate).reason !== 'must';
}
