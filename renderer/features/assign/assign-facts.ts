import type { Candidate } from '#shared/contract/view/desk.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';

/** What has to be asked before cases go to a branch. */
export interface AssignAsk {
  /** must: the rules want a reason, or another branch was suggested. */
  reason: 'none' | 'must';
  /** The branch suggested instead, when another one is chosen. */
  suggested: string | null;
  /** The case it was suggested for. */
  of: string | null;
}

/** Judges a choice of branch for the ticked cases. */
export function assignAsk(rows: readonly QueueRow[], branch: string, candidate: Candidate | null): AssignAsk {
  const other = rows.find((row) => row.suggested !== null && row.suggested.branch !== branch);
  const suggested = other?.suggested?.branch ?? null;
  const must = candidate?.verdict === 'with-reason' || suggested !== null;
  return { reason: must ? 'must' : 'none', suggested, of: other?.number ?? null };
}

/** True when one choice of a branch says all: one unassigned case, nothing to explain. */
export function goesAtOnce(rows: readonly QueueRow[], branch: string, candidate: Candidate | null): boolean {
  const [only, ...others] = rows;
  if (!only || others.length > 0 || only.lead !== null) return false;
  return candidate !== null && candidate.refused === null && assignAsk(rows, branch, candidate).reason !== 'must';
}
