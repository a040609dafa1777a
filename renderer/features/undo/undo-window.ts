import type { LastAct } from '#renderer/app/desk-context.ts';

/** How long the bar stands when there is nothing to undo, ms. */
export const NOTICE_MS = 6_000;
/** A refusal stands longer: somebody has to read why. */
export const REFUSAL_MS = 20_000;

/** When the bar goes by itself, ms since 1970 on the desk's clock. */
export function goesAt(last: LastAct): number {
  if (last.state === 'refused') return last.at + REFUSAL_MS;
  if (last.state === 'undone') return last.at + NOTICE_MS;
  return last.committed.undoUntil ?? last.at + NOTICE_MS;
}

/** Whole seconds left to undo, at least 0; null when there is nothing to undo. @param now ms since 1970. */
export function secondsToUndo(last: LastAct, now: number): number | null {
  if (last.state !== 'committed' || last.committed.undoUntil === null) return null;
  return Math.max(0, Math.ceil((last.committed.undoUntil - now) / 1_000));
}
