import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const run = join(import.meta.dirname, '..', 'proof', 'mutate', 'run.mjs');

it('each rule of sync has a weakening, and each weakening is still where it says', () => {
  const { status, stdout } = spawnSync(process.execPath, [run, '--check'], { encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});
