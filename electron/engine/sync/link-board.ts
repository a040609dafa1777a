import type { LinkStatus } from '#shared/contract/view/desk.ts';

/** The truth about the link, kept in one place; windows watch it. */
export interface LinkBoard {
  status(): LinkStatus;
  /** Changes what is given; listeners hear only of real changes. */
  set(change: Partial<LinkStatus>): void;
  subscribe(listener: (status: LinkStatus) => void): () => void;
}

/** Makes the board. @param now corrected ms since 1970 @param syncedAt what the store kept */
export function createLinkBoard(now: () => number, syncedAt: number | null): LinkBoard {
  const listeners = new Set<(status: LinkStatus) => void>();
  let status: LinkStatus = {
    link: 'connecting',
    why: null,
    syncedAt,
    since: now(),
    waiting: 0,
    rejected: 0,
    held: 0,
    toDecide: 0,
    putBackUntil: null,
    conflicts: 0,
    clockOffsetMs: 0,
    timesSure: true,
    filling: null,
    notice: null,
  };
  return {
    status: () => status,
    set(change) {
      const next = { ...status, ...change };
      if (next.link !== status.link) next.since = now();
      if (JSON.stringify(next) === JSON.stringify(status)) return;
      status = next;
      for (const listener of listeners) listener(status);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
