import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
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

/** The key's file is there and holds nothing. */
export class EmptyKey extends Error {}

/**
 * Central's master key: from its file, made (for its owner alone, and on the disk before anything is sealed with it)
 * when there is none yet. The file is whole or not there, wherever making it ends; of several that make it at once one
 * wins and all take that one's.
 * @throws EmptyKey, with what to do: what lies in the database may be sealed with what stood there
 * @throws Error when the file holds something else
 */
export function readOrMakeMasterKey(file: string): Uint8Array {
  if (!existsSync(file)) make(file);
  const text = readFileSync(file, 'utf8');
  if (text.trim() === '')
    throw new EmptyKey(
      `${file} is empty. If this central ever ran, put the file back from its backup: what names people is sealed with it. If it never ran, delete the empty file; the next start makes a key`,
    );
  return readKeyText(text, file);
}

function make(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  const handle = openSync(part, 'wx', 0o600);
  try {
    writeSync(handle, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    // Unlike a rename it never takes the place of another's.
    linkSync(part, file);
  } catch (error) {
    // A disk that knows no links can rename; there two first starts at once are told apart by the check of the key.
    if (!existsSync(file)) renameSync(part, file);
    else if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(part, { force: true });
  }
  const folder = openSync(dirname(file), 'r');
  fsyncSync(folder);
  closeSync(folder);
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
