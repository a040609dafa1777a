import { CallFailure } from '#shared/contract/call-failure.ts';

/** Rethrows; a failure of the disk or the store in words a person can act on. */
export function inWords(error: unknown): never {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string' && code.startsWith('SQLITE_')) {
    const full = code === 'SQLITE_FULL';
    throw new CallFailure(full ? 'disk-full' : 'store', { key: full ? 'failure.disk-full' : 'failure.store' });
  }
  throw error;
}
