import { createHmac } from 'node:crypto';
import type { Connection, Database } from './database.ts';

/** Who this central is. `epoch` changes only when a backup is brought back. */
export interface Identity {
  centralId: string;
  profile: 'demo' | 'live';
  epoch: string;
  tokenSecret: string;
  /** What receipts are made with, hex. */
  receiptKey: string;
}

/** The database belongs to the other profile. */
export class ProfileMismatch extends Error {}

/**
 * Reads who this central is, or makes it on the first start.
 * @throws ProfileMismatch when the database was made for the other profile: demo and live never mix.
 */
export async function readOrMakeIdentity(
  database: Database,
  wanted: Omit<Identity, 'receiptKey'>,
  createdAt: string,
): Promise<Identity & { fresh: boolean }> {
  return database.writer.transaction(async (tx) => {
    const inserted = await insertOnce(tx, wanted, createdAt);
    const row: IdentityRow | undefined = await tx('central_identity').where({ id: 1 }).first();
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
      receiptKey: row.receipt_key ?? (await makeReceiptKey(tx, row.token_secret)),
      fresh: inserted,
    };
  });
}

interface IdentityRow {
  central_id: string;
  profile: 'demo' | 'live';
  epoch: string;
  token_secret: string;
  receipt_key: string | null;
}

/** Made of the secret that was always there, so that a backup older than receipts knows them too. */
async function makeReceiptKey(tx: Connection, secret: string): Promise<string> {
  const key = createHmac('sha256', secret).update('prihatin receipt').digest('hex');
  await tx('central_identity').where({ id: 1 }).update({ receipt_key: key });
  return key;
}

async function insertOnce(tx: Connection, wanted: Omit<Identity, 'receiptKey'>, createdAt: string): Promise<boolean> {
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
