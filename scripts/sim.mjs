// npm run sim -- [--seeds N] [--seed S] [--files] [--jobs J]: plays fresh seeds, or one, against the rules of sync.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { untilEnd } from './launch/run-electron.mjs';
import { root } from './setup/places.mjs';
import { setUp } from './setup/set-up.mjs';
import { leaveWith } from './setup/words.mjs';

try {
  await setUp(['sqlite', 'sqlite-at-once']);
  const build = join(root, 'tests', 'sync', 'sim', 'build.mjs');
  const child = spawn(process.execPath, [build, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    detached: process.platform !== 'win32',
  });
  process.exit(await untilEnd(child));
} catch (error) {
  leaveWith(error);
}
