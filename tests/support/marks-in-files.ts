import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Which of these words lie anywhere in the files of a folder, as they would read in a text or a database, in UTF-8 or
 * UTF-16: "file: word" each.
 */
export function marksInFiles(folder: string, words: readonly string[]): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  if (files.length === 0) throw new Error(`no files in ${folder}`);
  return files.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    return words
      .filter((word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')))
      .map((word) => `${path.slice(folder.length + 1)}: ${word}`);
  });
}
