import { closeSync, fsyncSync, openSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from './database.ts';

/** The copy on which the version before the last update starts. */
export const COPY_NAME = 'console.before-update.sqlite';

/** After so long nobody goes back to the version before; the copy must not outlive what is erased meanwhile. */
const KEPT_MS = 14 * 86_400_000;
/** What updating needs beside the copy and a second one while it rewrites, bytes. */
const MARGIN = 32 * 1024 * 1024;

/** There is no room to copy the store before it is brought to a newer shape: nothing was changed. */
export class NoRoomToUpdate extends Error {
  /** Bytes that are missing. */
  readonly missing: number;

  constructor(missing: number) {
    super(`no room to copy the store before the update: ${Math.ceil(missing / 1_048_576)} MB are missing`);
    this.name = 'NoRoomToUpdate';
    this.missing = missing;
  }
}

/** Bytes a folder's disk has free for this user. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/**
 * S-39: copies the store as it is, whole and durable, before it is brought to a newer shape, so that the version before
 * can start on the copy. One copy is kept.
 * @throws NoRoomToUpdate when the disk cannot hold the copy and the update
 */
export async function copyBefore(
  db: Connection,
  folder: string,
  free: (folder: string) => number = freeBytes,
): Promise<void> {
  const file = join(folder, 'console.sqlite');
  const size = [file, `${file}-wal`].reduce((sum, name) => sum + sizeOf(name), 0);
  const missing = 3 * size + MARGIN - free(folder);
  if (missing > 0) throw new NoRoomToUpdate(missing);
  const part = join(folder, `${COPY_NAME}.part`);
  rmSync(part, { force: true });
  await db.run('VACUUM INTO ?', [part]);
  sync(part);
  renameSync(part, join(folder, COPY_NAME));
  if (process.platform !== 'win32') sync(folder);
}

/** Lets the copy go: it is too old to go back to, or something in it was erased. @param now ms since 1970 */
export function dropCopy(folder: string, now?: number): void {
  const file = join(folder, COPY_NAME);
  const age = (now ?? Number.NaN) - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Number.NaN);
  if (now !== undefined && !(age >= KEPT_MS)) return;
  rmSync(file, { force: true });
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function sync(file: string): void {
  const handle = openSync(file, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
