import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EngineLog, reasonOf } from '#engine/log.ts';
import { PLAIN_BOX } from '#engine/secret-box.ts';
import { copyBefore, dropCopy, freeBytes } from './copy-before.ts';
import { type Connection, type Database, type OpenDatabase, openDatabase, withVault } from './database.ts';
import { isBehind, migrate } from './migrate.ts';
import { openVault, type StoreSecrets } from './vault.ts';
import { keepLogWhole, type WholeLog } from './whole-log.ts';
import { createWriterQueue, type WriterQueue } from './writer-queue.ts';

/** The console's store: one file, one writer, one reader beside it that sees only what is committed. */
export interface Store {
  readonly queue: WriterQueue;
  readonly reader: Database;
  /** Of whose log a part may still lie packed. */
  readonly log: Pick<WholeLog, 'isPacked' | 'packed' | 'step'>;
  /** Drops the copy and empties the write-ahead log, in which what was destroyed may still lie. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/** A page holds some of the larger rows whole; it is said when a store is made, one that is there keeps its own. */
const PRAGMAS = `
PRAGMA page_size = 16384;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA secure_delete = ON;
PRAGMA foreign_keys = ON;
PRAGMA busy_timeout = 5000;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -16000;
PRAGMA wal_autocheckpoint = 4000;
`;

const EMPTY_WAL = 'PRAGMA wal_checkpoint(TRUNCATE)';

/**
 * Opens (or makes) `folder/console.sqlite`. A commit is on disk before it answers (WAL, synchronous FULL). After a run
 * that did not end by `close`, the file's integrity is checked first.
 * @param open how its files are opened
 * @param secrets what guards the store's own key; no keychain when left out
 * @param free bytes the disk has free
 * @throws NoRoomToUpdate when the store is of an older version and cannot be copied first; nothing was changed then
 * @throws Error when another console has the folder, the file is damaged, or was written by a newer build.
 */
export async function openStore(
  folder: string,
  nowIso: () => string,
  log: EngineLog,
  open: OpenDatabase = openDatabase,
  secrets: StoreSecrets = { box: PLAIN_BOX, random: (bytes) => randomBytes(bytes) },
  free: (folder: string) => number = freeBytes,
): Promise<Store> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = await takeFolder(folder, open);
  const file = join(folder, 'console.sqlite');
  const marker = join(folder, 'console.open');
  const odd = existsSync(marker) && existsSync(file);
  const connection = await open(file);
  let writer: Database;
  let reader: Database;
  try {
    await connection.exec(PRAGMAS);
    if (odd) {
      const found = await connection.all<{ quick_check: string }>('PRAGMA quick_check(5)');
      if (found[0]?.quick_check !== 'ok') throw new Error('the store is damaged');
      log.info('store checked after a run that did not end in order');
    }
    writeFileSync(marker, '', { mode: 0o600 });
    if (await isBehind(connection)) {
      await copyBefore(connection, folder, free);
      log.info('store copied before it is brought to a newer shape');
    } else dropCopy(folder, Date.parse(nowIso()));
    await migrate(connection, nowIso, secrets);
    const vault = await openVault(connection, secrets);
    await sweepClear(connection, log);
    if ((await connection.get("SELECT 1 FROM meta WHERE key = 'scrub'")) !== undefined) await scrub(connection, folder);
    writer = withVault(connection, vault);
    reader = withVault(await open(file), vault);
    await reader.exec(`${PRAGMAS} PRAGMA query_only = ON;`);
  } catch (error) {
    await connection.close().catch(() => {});
    await lock.close();
    throw error;
  }
  const packed = (await connection.get("SELECT 1 FROM meta WHERE key = 'packed'")) !== undefined;
  const { queue, reader: wholeReader, ...whole } = keepLogWhole(createWriterQueue(writer), reader, packed);
  return {
    queue,
    reader: wholeReader,
    log: whole,
    scrub: () => queue.between(() => scrub(writer, folder)),
    async close() {
      await queue.close();
      await reader.close();
      await writer.exec(EMPTY_WAL).catch(() => {});
      await writer.close();
      rmSync(marker, { force: true });
      await lock.close();
    },
  };
}

/** Takes what was destroyed out of the copy and the write-ahead log; `meta.scrub` tells that this is yet to be done. */
async function scrub(db: Connection, folder: string): Promise<void> {
  dropCopy(folder);
  await db.exec(EMPTY_WAL);
  await db.exec("DELETE FROM meta WHERE key = 'scrub'");
}

/**
 * After private parts that lay here in the clear were sealed: takes what free pages and the write-ahead log still hold
 * of them off the disk. Put off to the next start when there is no room for it.
 */
async function sweepClear(db: Connection, log: EngineLog): Promise<void> {
  if ((await db.get("SELECT 1 FROM meta WHERE key = 'sweep'")) === undefined) return;
  try {
    await db.exec('VACUUM');
    await db.exec("DELETE FROM meta WHERE key = 'sweep'");
    await db.exec(EMPTY_WAL);
    log.info('what lay unsealed was taken off the disk');
  } catch (error) {
    log.error('what lay unsealed could not be taken off the disk yet', { reason: reasonOf(error) });
  }
}

/** One console per folder: a lock of the operating system, gone with the process that holds it, however it ends. */
async function takeFolder(folder: string, open: OpenDatabase): Promise<Connection> {
  const lock = await open(join(folder, 'console.lock'));
  try {
    await lock.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return lock;
  } catch {
    await lock.close();
    throw new Error('another console already runs on this data folder');
  }
}
