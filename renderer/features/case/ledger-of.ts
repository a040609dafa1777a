import type { DetailClock } from '#shared/contract/view/case-detail.ts';
import type { MessageRef } from '#shared/domain/message-ref.ts';

type Step = DetailClock['steps'][number];

/** The steps of a clock's sum by their place: lines up to the due time, then now or the stop, the difference, the rest. */
export interface Ledger {
  lines: readonly Step[];
  end: Step | null;
  difference: Step | null;
  /** Lengths told beside the sum. */
  beside: readonly Step[];
  /** Words without a figure. */
  notes: readonly MessageRef[];
}

/** Sorts a clock's steps into a ledger. Without a sum among them, all are lines. */
export function ledgerOf(steps: readonly Step[]): Ledger {
  const figures = steps.filter((one) => one.amount.t !== 'none');
  const notes = steps.filter((one) => one.amount.t === 'none').map((one) => one.step);
  const sum = figures.findIndex((one) => one.amount.t === 'sum');
  if (sum < 0) return { lines: figures, end: null, difference: null, beside: [], notes };
  return {
    lines: figures.slice(0, sum + 1),
    end: figures[sum + 1] ?? null,
    difference: figures[sum + 2] ?? null,
    beside: figures.slice(sum + 3),
    notes,
  };
}
