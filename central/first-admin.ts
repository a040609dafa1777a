import { hashSecret, newSecret } from './auth/secrets.ts';
import type { Parts } from './parts.ts';
import { putSetupLink } from './store/setup-rows.ts';
import { hasAdmin } from './store/user-rows.ts';

const GOOD_FOR_MS = 24 * 3_600_000;

/** The path of a one-time link that makes the first admin, or null when there is one already. */
export async function firstAdminPath(parts: Parts): Promise<string | null> {
  if (await hasAdmin(parts.database.reader)) return null;
  const token = newSecret();
  await parts.writer.submit(({ tx, now }) => putSetupLink(tx, hashSecret(token), now + GOOD_FOR_MS));
  return `/setup/${token}`;
}
