import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineLog } from '#engine/log.ts';
import { type Database, type OpenDatabase, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { createWriterQueue, type WriterQueue } from './writer-queue.ts';

/** The console's store: one file, one writer, one reader beside it that sees only what is committed. */
export interface Store {
  readonly queue: WriterQueue;
  readonly reader: Database;
  close(): Promise<void>;
}

const PRAGMAS = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA busy_timeout = 5000;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -16000;
PRAGMA wal_autocheckpoint = 4000;
`;

/**
 * Opens (or makes) `folder/console.sqlite`. A commit is on disk before it answers (WAL, synchronous FULL). After a run
 * that did not end by `close`, the file's integrity is checked first.
 * @param open how its files are opened
 * @throws Error when another console has the folder, the file is damaged, or was written by a newer build.
 */
export async function openStore(
  folder: string,
  nowIso: () => string,
  log: EngineLog,
  open: OpenDatabase = openDatabase,
): Promise<Store> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = await takeFolder(folder, open);
  const file = join(folder, 'console.sqlite');
  const marker = join(folder, 'console.open');
  const odd = existsSync(marker) && existsSync(file);
  const writer = await open(file);
  let reader: Database;
  try {
    await writer.exec(PRAGMAS);
    if (odd) {
      const found = await writer.all<{ quick_check: string }>('PRAGMA quick_check(5)');
      if (found[0]?.quick_check !== 'ok') throw new Error('the store is damaged');
      log.info('store checked after a run that did not end in order');
    }
    writeFileSync(marker, '', { mode: 0o600 });
    await migrate(writer, nowIso);
    reader = await open(file);
    await reader.exec(`${PRAGMAS} PRAGMA query_only = ON;`);
  } catch (error) {
    await writer.close().catch(() => {});
    await lock.close();
    throw error;
  }
  const queue = createWriterQueue(writer);
  return {
    queue,
    reader,
    async close() {
      await queue.close();
      await reader.close();
      await writer.exec('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => {});
      await writer.close();
      rmSync(marker, { force: true });
      await lock.close();
    },
  };
}

/** One console per folder: a lock of the operating system, gone with the process that holds it, however it ends. */
async function takeFolder(folder: string, open: OpenDatabase): Promise<Database> {
  const lock = await open(join(folder, 'console.lock'));
  try {
    await lock.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return lock;
  } catch {
    await lock.close();
    throw new Error('another console already runs on this data folder');
  }
}
