import type { Connection } from './database.ts';

/** A refresh token's record; the token itself is never kept, only its hash. */
export interface RefreshRow {
  hash: string;
  family: string;
  generation: number;
  user_id: string;
  device: string;
  expires_ms: number;
  spent: number;
}

/** What a refresh token was worth. */
export type Refreshed =
  | { ok: true; user: string; device: string }
  | { ok: false; reason: 'unknown' | 'expired' | 'reused' };

/** Keeps the first token of a new family. */
export async function insertRefresh(tx: Connection, row: Omit<RefreshRow, 'spent'>): Promise<void> {
  await tx('refresh_token').insert({ ...row, spent: 0 });
}

/** Ends every session of a person or of a device at once. */
export async function endSessionsOf(tx: Connection, whose: { user_id: string } | { device: string }): Promise<void> {
  await tx('refresh_token').where(whose).update({ spent: 1 });
}

/** To whom and to which device a refresh token was given; null for a token that is not ours. */
export async function ownerOfRefresh(tx: Connection, hash: string): Promise<{ user: string; device: string } | null> {
  const row: { user_id: string; device: string } | undefined = await tx('refresh_token')
    .where({ hash })
    .first('user_id', 'device');
  return row === undefined ? null : { user: row.user_id, device: row.device };
}

/**
 * Trades a token for its successor. A token stays good until its successor is used (a lost answer costs nobody their
 * session); using one that was already succeeded for good means it was copied, and ends the whole family.
 */
export async function rotateRefresh(
  tx: Connection,
  hash: string,
  next: { hash: string; expiresMs: number },
  now: number,
): Promise<Refreshed> {
  const row: RefreshRow | undefined = await tx<RefreshRow>('refresh_token').where({ hash }).first();
  if (row === undefined) return { ok: false, reason: 'unknown' };
  if (row.spent !== 0) {
    await tx('refresh_token').where({ family: row.family }).update({ spent: 1 });
    return { ok: false, reason: 'reused' };
  }
  if (row.expires_ms <= now) return { ok: false, reason: 'expired' };
  await tx('refresh_token')
    .where({ family: row.family })
    .andWhere('generation', '<=', row.generation)
    .andWhereNot({ hash })
    .update({ spent: 1 });
  await insertRefresh(tx, {
    hash: next.hash,
    family: row.family,
    generation: row.generation + 1,
    user_id: row.user_id,
    device: row.device,
    expires_ms: next.expiresMs,
  });
  return { ok: true, user: row.user_id, device: row.device };
}
