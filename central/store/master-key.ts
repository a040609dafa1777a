import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { KEY_BYTES } from './box.ts';
import type { Database } from './database.ts';
import type { Vault } from './vault.ts';

/** Reads a master key as it is written: base64 of 32 bytes. @param where told when it is none */
export function readKeyText(text: string, where: string): Uint8Array {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY_BYTES) throw new Error(`${where} holds no key: it should be base64 of ${KEY_BYTES} bytes`);
  return key;
}

/**
 * Central's master key: from its file, made (for its owner alone, and on the disk before anything is sealed with it)
 * when there is none yet. @throws Error when the file holds something else
 */
export function readOrMakeMasterKey(file: string): Uint8Array {
  if (existsSync(file)) return readKeyText(readFileSync(file, 'utf8'), file);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const key = randomBytes(KEY_BYTES);
  const handle = openSync(file, 'wx', 0o600);
  writeSync(handle, `${key.toString('base64')}\n`);
  fsyncSync(handle);
  closeSync(handle);
  const folder = openSync(dirname(file), 'r');
  fsyncSync(folder);
  closeSync(folder);
  return key;
}

const CHECKED = 'this database';

/** The database was sealed under another master key. */
export class WrongKey extends Error {}

/**
 * Makes sure that this key is the one the database was sealed under; on its first start it becomes so.
 * @throws WrongKey before anything is sealed under a second one
 */
export async function checkMasterKey(database: Database, vault: Vault): Promise<void> {
  await database.writer.transaction(async (tx) => {
    const row: { key_check: string | null } | undefined = await tx('central_identity').first('key_check');
    if (row === undefined) return;
    if (row.key_check === null) {
      await tx('central_identity').update({ key_check: vault.wrap(CHECKED, Buffer.alloc(KEY_BYTES)) });
      return;
    }
    if (vault.unwrap(CHECKED, row.key_check) === null) {
      throw new WrongKey(
        'the key does not open this database: give the file that was made with it (central.key of its data folder) by --key-file, or bring it back from the backup',
      );
    }
  });
}
