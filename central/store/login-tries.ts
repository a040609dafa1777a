import type { Connection } from './database.ts';

/** So many wrong passwords for a name are free; then each doubles the wait, up to a quarter of an hour. */
const FREE = 5;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 900_000;
/** What nobody tried again for so long is forgotten. */
const FORGET_MS = 3_600_000;

/** How long this name must wait before the next try, ms; 0 when it may. Names nobody has wait alike. @param now ms since 1970 */
export async function loginWaitMs(reader: Connection, username: string, now: number): Promise<number> {
  const row: { wrong: number; last_ms: number } | undefined = await reader('login_try').where({ username }).first();
  if (row === undefined || row.wrong < FREE) return 0;
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(20, row.wrong - FREE));
  return Math.max(0, row.last_ms + wait - now);
}

/** Notes a wrong password. */
export async function addWrongLogin(tx: Connection, username: string, now: number): Promise<void> {
  await tx('login_try')
    .where('last_ms', '<', now - FORGET_MS)
    .delete();
  await tx('login_try')
    .insert({ username, wrong: 1, last_ms: now })
    .onConflict('username')
    .merge({ wrong: tx.raw('login_try.wrong + 1'), last_ms: now });
}

/** The password was right. */
export async function forgetWrongLogins(tx: Connection, username: string): Promise<void> {
  await tx('login_try').where({ username }).delete();
}
