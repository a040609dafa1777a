import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { safeStorage } from 'electron';
import { type Log, reasonOf } from '#main/log.ts';

const KEY_BYTES = 32;

/** Tells whether a real keychain guards secrets here; Linux's `basic_text` fallback guards nothing. */
function keychainIsThere(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}

/**
 * The key of this profile's store, base64, wrapped by the operating system's keychain in `file`; null where there is
 * no keychain. A wrapped key that cannot be opened is an error: making a new one would lose what the old one sealed.
 */
export function storeKey(file: string, log: Log): string | null {
  if (!keychainIsThere()) return null;
  let wrapped: Buffer | null;
  try {
    wrapped = readFileSync(file);
  } catch {
    wrapped = null;
  }
  if (wrapped !== null) {
    try {
      return safeStorage.decryptString(wrapped);
    } catch (error) {
      log.error('the keychain does not open the key of this store', { reason: reasonOf(error) });
      throw error;
    }
  }
  const key = randomBytes(KEY_BYTES).toString('base64');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, safeStorage.encryptString(key), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return key;
}
