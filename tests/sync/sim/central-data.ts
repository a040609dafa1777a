import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, openSqlite } from '#central/store/database.ts';

/** Where one world's central keeps its data, with a place for one backup. */
export interface CentralData {
  /** postgres://…; undefined where it is the file in central's folder. */
  readonly url: string | undefined;
  /** What is used instead of what the product opened. */
  instead(opened: Database): Database;
  /** Opens it while no central runs on it. */
  open(): Database;
  /** Keeps a copy as it is now. @param resting runs its work while the central that was running does not */
  keep(running: Database, resting: (work: () => Promise<void>) => Promise<void>): Promise<void>;
  readonly kept: boolean;
  /** Puts the kept copy back; no central may run. */
  bringBack(): Promise<void>;
  /** Takes it away for good; no central may run. */
  remove(): Promise<void>;
}

/**
 * On a file that begins as a copy of the template.
 * @param openStore how it is opened instead of by the product's own driver
 */
export function dataInFolder(folder: string, template: string, openStore?: (file: string) => Database): CentralData {
  const file = join(folder, 'central.sqlite');
  const backup = join(folder, 'backup.sqlite');
  mkdirSync(folder, { recursive: true });
  copyFileSync(template, file);
  return {
    url: undefined,
    // What the product opened has not touched the file yet: it connects when first asked.
    instead: (opened) => openStore?.(file) ?? opened,
    open: () => openStore?.(file) ?? openSqlite(file),
    async keep(running) {
      await running.writer.raw('PRAGMA wal_checkpoint(TRUNCATE)');
      writeFileSync(backup, readFileSync(file));
    },
    get kept() {
      return existsSync(backup);
    },
    async bringBack() {
      for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
      copyFileSync(backup, file);
    },
    async remove() {},
  };
}
