import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sourceHash } from './source-hash.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'source-hash-'));
  for (const folder of ['electron', 'renderer', 'shared', 'central', 'data']) mkdirSync(join(root, folder));
  for (const file of ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'shared/a.ts', 'shared/b.ts']) {
    writeFileSync(join(root, file), file);
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('changes with a source, a name and a move of text between files, and with nothing else', () => {
  const before = sourceHash(root);
  expect(sourceHash(root)).toBe(before);
  writeFileSync(join(root, 'shared/a.test.ts'), 'a test');
  expect(sourceHash(root)).toBe(before);
  writeFileSync(join(root, 'shared/a.ts'), 'other');
  const other = sourceHash(root);
  expect(other).not.toBe(before);
  rmSync(join(root, 'shared/a.ts'));
  writeFileSync(join(root, 'shared/c.ts'), 'other');
  expect(sourceHash(root)).not.toBe(other);
});
