import type { Connection } from './database.ts';

/** Keeps the one link that is good now; older ones are not any more. @param expiresMs ms since 1970. */
export async function putSetupLink(tx: Connection, hash: string, expiresMs: number): Promise<void> {
  await tx('setup_link').delete();
  await tx('setup_link').insert({ hash, expires_ms: expiresMs });
}

/** True while a link may still be used; looking does not use it up. @param now ms since 1970. */
export async function isSetupLinkGood(reader: Connection, hash: string, now: number): Promise<boolean> {
  return (await reader('setup_link').where({ hash }).andWhere('expires_ms', '>', now).first()) !== undefined;
}

/** Uses a link up. @returns whether it was good. @param now ms since 1970. */
export async function takeSetupLink(tx: Connection, hash: string, now: number): Promise<boolean> {
  return (await tx('setup_link').where({ hash }).andWhere('expires_ms', '>', now).delete()) > 0;
}
