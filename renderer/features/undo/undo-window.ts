import type { LastAct } from '#renderer/app/desk-context.ts';
import type { LinkStatus } from '#shared/contract/view/desk.ts';

/** How long the bar stands when there is nothing to undo, ms. */
export const NOTICE_MS = 6_000;
/** A refusal stands longer: somebody has to read why. */
export const REFUSAL_MS = 20_000;
/** Kept here without central: somebody has to phone. */
export const KEPT_MS = 60_000;
/** An act that central has not taken after so long waits for the link. */
export const TAKEN_MS = 3_000;

/**
 * True when the act stays at this console for now: central is out of reach, or has not taken it.
 * @param unsent acts on its case that central has not accepted @param now ms since 1970
 */
export function isKept(last: LastAct, link: LinkStatus['link'] | null, unsent: number, now: number): boolean {
  return last.state === 'committed' && unsent > 0 && (link !== 'live' || now - last.at >= TAKEN_MS);
}

/** When the bar goes by itself, ms since 1970 on the desk's clock. */
export function goesAt(last: LastAct, kept = false): number {
  if (kept) return last.at + KEPT_MS;
  if (last.state === 'refused') return last.at + REFUSAL_MS;
  if (last.state === 'undone') return last.at + NOTICE_MS;
  return last.committed.undoUntil ?? last.at + NOTICE_MS;
}

/** Whole seconds left to undo, at least 0; null when there is nothing to undo. @param now ms since 1970. */
export function secondsToUndo(last: LastAct, now: number): number | null {
  if (last.state !== 'committed' || last.committed.undoUntil === null) return null;
  return Math.max(0, Math.ceil((last.committed.undoUntil - now) / 1_000));
}
