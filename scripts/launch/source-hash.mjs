import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const folders = ['electron', 'renderer', 'shared', 'central', 'data'];
const files = ['package.json', 'package-lock.json', 'electron.vite.config.ts'];

/** One hash over every file the build reads, by path and content; tests and notes do not count. */
export function sourceHash(root) {
  const hash = createHash('sha256');
  const add = (path) =>
    hash
      .update(`${relative(root, path).split(sep).join('/')}\0`)
      .update(readFileSync(path))
      .update('\0');
  const walk = (folder) => {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (!/\.test\.tsx?$|\.md$/.test(entry.name)) add(path);
    }
  };
  for (const folder of folders) walk(join(root, folder));
  for (const file of files) add(join(root, file));
  return hash.digest('hex');
}
