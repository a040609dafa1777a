import type { Source } from '#shared/domain/incident-kind.ts';
import type { Connection } from './database.ts';

/** A key by which an agency or feed posts reports, and what its reports are taken for when they don't say. */
export interface ApiKey {
  id: string;
  name: string;
  channel: string;
  source: Source;
  /** Reports a minute it may post. */
  perMinute: number;
}

interface ApiKeyRow {
  id: string;
  hash: string;
  name: string;
  channel: string;
  source: Source;
  per_minute: number;
  disabled: number;
}

/** The key with this hash, unless disabled. */
export async function apiKeyByHash(reader: Connection, hash: string): Promise<ApiKey | null> {
  const row: ApiKeyRow | undefined = await reader<ApiKeyRow>('api_key').where({ hash, disabled: 0 }).first();
  return row === undefined
    ? null
    : { id: row.id, name: row.name, channel: row.channel, source: row.source, perMinute: row.per_minute };
}

/** Adds a key; only its hash is kept. */
export async function insertApiKey(tx: Connection, key: ApiKey & { hash: string }): Promise<void> {
  const { perMinute, ...rest } = key;
  await tx('api_key').insert({ ...rest, per_minute: perMinute, disabled: 0 });
}
