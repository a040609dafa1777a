import type { LinkStatus } from '#shared/contract/view/desk.ts';

/** Without a word from central for this long the data counts as stale. */
export const STALE_AFTER_MS = 60_000;

/** A live link is told alive far more often than this; a window that hears nothing has lost its engine. */
export const SILENT_AFTER_MS = 120_000;

export interface Staleness {
  /** silent: the engine itself has fallen silent, whatever it last said of central. */
  cause: 'offline' | 'refused' | 'connecting' | 'silent';
  /** When central was last heard or agreed with, ms since 1970; null when never. */
  syncedAt: number | null;
  since: number;
}

/**
 * Why the data on the screen is stale, or null while it is fresh. A refusal is told at once, a silent central after a
 * minute, a first connection that takes longer than that too, and a live link that no longer says so after two.
 * @param now ms since 1970.
 */
export function stalenessOf(link: LinkStatus | null, now: number): Staleness | null {
  if (link === null) return null;
  if (link.link === 'live') {
    const { syncedAt, filling } = link;
    if (syncedAt === null || filling !== null || now - syncedAt < SILENT_AFTER_MS) return null;
    return { cause: 'silent', syncedAt, since: syncedAt };
  }
  const quietFor = now - Math.max(link.syncedAt ?? 0, link.syncedAt === null ? link.since : 0);
  if (link.link !== 'refused' && quietFor < STALE_AFTER_MS) return null;
  return { cause: link.link, syncedAt: link.syncedAt, since: link.since };
}

/** Whether central answers nothing for want of somebody signed in here, and for no other reason. */
export function isUnsigned(link: LinkStatus | null, signedIn: boolean): boolean {
  return !signedIn && link?.link === 'refused' && link.why?.key === 'failure.offline-sign-in';
}

/** The word for the link: what the engine last said, unless nobody is signed in or the engine has fallen silent. */
export function linkWord(
  link: LinkStatus | null,
  now: number,
  signedIn: boolean,
): LinkStatus['link'] | 'silent' | 'unsigned' {
  if (isUnsigned(link, signedIn)) return 'unsigned';
  return stalenessOf(link, now)?.cause === 'silent' ? 'silent' : (link?.link ?? 'connecting');
}
