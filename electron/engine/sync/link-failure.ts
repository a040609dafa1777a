import type { LinkStatus } from '#shared/contract/view/desk.ts';
import { CentralProblem } from './central-api.ts';

/** This central is not the one the store belongs to, or of another profile. */
export class StrangerCentral extends Error {
  constructor() {
    super('a central this store does not belong to');
    this.name = 'StrangerCentral';
  }
}

/** Writing to the store failed: nothing is wrong with the link. */
function isStoreError(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && code.startsWith('SQLITE_');
}

/** What the link is after a try that failed so, and the words for it. */
export function linkAfter(error: unknown): Pick<LinkStatus, 'link' | 'why'> {
  if (error instanceof StrangerCentral) return { link: 'refused', why: { key: 'failure.offline-stranger' } };
  if (isStoreError(error)) return { link: 'offline', why: { key: 'failure.store' } };
  if (error instanceof CentralProblem && error.status < 500) {
    if (error.code === 'update-needed') return { link: 'refused', why: { key: 'failure.console-outdated' } };
    if (error.code === 'central-outdated') return { link: 'refused', why: { key: 'failure.central-outdated' } };
    if (error.code === 'device-revoked') return { link: 'refused', why: { key: 'failure.device-revoked' } };
    if (error.status === 401) return { link: 'refused', why: { key: 'failure.offline-sign-in' } };
    if (error.status === 429) return { link: 'offline', why: { key: 'failure.too-many' } };
    return { link: 'refused', why: { key: 'failure.offline-refused' } };
  }
  return { link: 'offline', why: { key: 'failure.offline' } };
}
