import { mkdirSync, statfsSync } from 'node:fs';
import { SetupError } from './words.mjs';

/** Makes `folder` and fails in words when its disk has less than `megabytes` free or it cannot be written. */
export function needDisk(folder, megabytes, what) {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new SetupError(
      `${what} cannot be kept in ${folder}: ${error.message}`,
      'make that folder writable, or set XDG_CACHE_HOME to one that is',
    );
  }
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / 1_000_000);
  if (free < megabytes) {
    throw new SetupError(
      `${what} needs ${megabytes} MB of disk, ${folder} has ${free} MB free`,
      'free some space, or set XDG_CACHE_HOME to a folder on a larger disk',
    );
  }
}
