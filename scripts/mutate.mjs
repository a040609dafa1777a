// npm run proof:mutate -- [S-05 …] [--quick]: weakens one rule of sync at a time in a copy and says which test notices.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { untilEnd } from './launch/run-electron.mjs';
import { root } from './setup/places.mjs';
import { setUp } from './setup/set-up.mjs';
import { leaveWith } from './setup/words.mjs';

try {
  await setUp(['sqlite', 'sqlite-at-once', 'postgres']);
  const run = join(root, 'tests', 'proof', 'mutate', 'run.mjs');
  const child = spawn(process.execPath, [run, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    detached: process.platform !== 'win32',
  });
  process.exit(await untilEnd(child));
} catch (error) {
  leaveWith(error);
}
