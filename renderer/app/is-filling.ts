import type { LinkStatus } from '#shared/contract/view/desk.ts';

/**
 * True while this store waits for its first facts from central: a figure it has not got is then still to come, while
 * cut off or refused there is none. @param link null before the engine's first word
 */
export function isFilling(link: Pick<LinkStatus, 'link' | 'syncedAt'> | null): boolean {
  return link === null || (link.syncedAt === null && (link.link === 'connecting' || link.link === 'live'));
}
