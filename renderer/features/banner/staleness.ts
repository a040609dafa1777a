import type { LinkStatus } from '#shared/contract/view/desk.ts';

/** Without a word from central for this long the data counts as stale. */
export const STALE_AFTER_MS = 60_000;

export interface Staleness {
  cause: 'offline' | 'refused' | 'connecting';
  /** When central was last heard or agreed with, ms since 1970; null when never. */
  syncedAt: number | null;
  since: number;
}

/**
 * Why the data on the screen is stale, or null while it is fresh. A refusal is told at once, a silent central after a
 * minute, a first connection that takes longer than that too.
 * @param now ms since 1970.
 */
export function stalenessOf(link: LinkStatus | null, now: number): Staleness | null {
  if (link === null || link.link === 'live') return null;
  const quietFor = now - Math.max(link.syncedAt ?? 0, link.syncedAt === null ? link.since : 0);
  if (link.link !== 'refused' && quietFor < STALE_AFTER_MS) return null;
  return { cause: link.link, syncedAt: link.syncedAt, since: link.since };
}
