import type { Connection, Database } from './database.ts';

/** Who this central is. `epoch` changes only when a backup is brought back. */
export interface Identity {
  centralId: string;
  profile: 'demo' | 'live';
  epoch: string;
  tokenSecret: string;
}

/** The database belongs to the other profile. */
export class ProfileMismatch extends Error {}

/**
 * Reads who this central is, or makes it on the first start.
 * @throws ProfileMismatch when the database was made for the other profile: demo and live never mix.
 */
export async function readOrMakeIdentity(
  database: Database,
  wanted: Identity,
  createdAt: string,
): Promise<Identity & { fresh: boolean }> {
  return database.writer.transaction(async (tx) => {
    const inserted = await insertOnce(tx, wanted, createdAt);
    const row: { central_id: string; profile: 'demo' | 'live'; epoch: string; token_secret: string } | undefined =
      await tx('central_identity').where({ id: 1 }).first();
    if (row === undefined) throw new Error('the database has no identity');
    if (row.profile !== wanted.profile) {
      throw new ProfileMismatch(
        `this data belongs to a ${row.profile} central: start with --profile ${row.profile}, or give another --data folder`,
      );
    }
    return {
      centralId: row.central_id,
      profile: row.profile,
      epoch: row.epoch,
      tokenSecret: row.token_secret,
      fresh: inserted,
    };
  });
}

async function insertOnce(tx: Connection, wanted: Identity, createdAt: string): Promise<boolean> {
  const rows: unknown[] = await tx('central_identity')
    .insert({
      id: 1,
      central_id: wanted.centralId,
      profile: wanted.profile,
      epoch: wanted.epoch,
      token_secret: wanted.tokenSecret,
      created_at: createdAt,
    })
    .onConflict('id')
    .ignore()
    .returning('id');
  return rows.length > 0;
}
