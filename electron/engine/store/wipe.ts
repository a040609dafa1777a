import { closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** What the store and its copies are called. */
const OURS = /^console\b/;
const BLOCK = Buffer.alloc(1024 * 1024);

/**
 * S-29: overwrites and deletes what a console kept in its folder; the log of the program stays, it names nobody. The
 * store must be closed. What cannot be overwritten is still deleted where that is possible.
 * @param remove takes one path away; the real one when left out
 * @returns the paths that are still there, none when all is gone
 */
export function wipeFolder(folder: string, remove: (file: string) => void = removeNow): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => OURS.test(name))
    .map((name) => join(folder, name))
    .sort((a, b) => b.length - a.length);
  for (const file of files) {
    try {
      if (statSync(file).isFile()) overwrite(file);
    } catch {
      // Read-only or held open: deleting may still do.
    }
    try {
      remove(file);
    } catch {
      // It is told of below.
    }
  }
  return files.filter((file) => existsSync(file));
}

function removeNow(file: string): void {
  rmSync(file, { recursive: true, force: true });
}

function overwrite(file: string): void {
  const left = statSync(file).size;
  const handle = openSync(file, 'r+');
  try {
    for (let at = 0; at < left; at += BLOCK.length) writeSync(handle, BLOCK, 0, Math.min(BLOCK.length, left - at), at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
