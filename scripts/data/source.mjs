import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(import.meta.url);

/** Reads a JSON file of an npm package. */
export function packageJson(path) {
  return JSON.parse(readFileSync(require.resolve(path), 'utf8'));
}

/** Reads a text file that lies inside an npm package whose exports hide it. */
export function packageText(path) {
  return readFileSync(join(root, 'node_modules', path), 'utf8');
}

/** Rows of a simple CSV (no quotes, no commas in cells) as objects of strings; `#` lines are comments. */
export function csv(path) {
  const lines = readFileSync(join(root, path), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'));
  const names = lines[0].split(',');
  return lines.slice(1).map((line, at) => {
    const cells = line.split(',');
    if (cells.length !== names.length) throw new Error(`${path}: row ${at + 2} has ${cells.length} cells: ${line}`);
    return Object.fromEntries(names.map((name, i) => [name, cells[i].trim()]));
  });
}
