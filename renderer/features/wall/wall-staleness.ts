import type { LinkStatus } from '#shared/contract/view/desk.ts';

/** A lost link is given this long before the wall says so, ms. */
export const WALL_PATIENCE_MS = 60_000;

/** A wall hears of its console once a minute at least; one that heard nothing for so long has lost it, ms. */
export const WALL_SILENT_MS = 150_000;

/** What is wrong with what the wall shows; null while it is fresh. */
export type WallTrouble =
  | { cause: 'lost' | 'store'; syncedAt: number | null; since: number }
  | { cause: 'offline' | 'refused' | 'connecting'; syncedAt: number | null; since: number };

/**
 * Judges the freshness of a wall. Losing its own console is told at once: then even the link's words are old; so is a store
 * that cannot be read (`unreadable`).
 * @param lostSince when the console went, ms since 1970; null while it answers. @param now ms since 1970.
 */
export function wallTrouble(
  link: LinkStatus,
  lostSince: number | null,
  now: number,
  unreadable = false,
): WallTrouble | null {
  if (lostSince !== null) return { cause: 'lost', syncedAt: link.syncedAt, since: lostSince };
  if (unreadable) return { cause: 'store', syncedAt: link.syncedAt, since: link.syncedAt ?? link.since };
  if (link.link === 'live') return null;
  const quietSince = link.syncedAt ?? link.since;
  if (link.link !== 'refused' && now - quietSince < WALL_PATIENCE_MS) return null;
  return { cause: link.link, syncedAt: link.syncedAt, since: link.since };
}
