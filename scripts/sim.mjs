// npm run sim -- [--seeds N] [--seed S] [--files] [--postgres] [--jobs J]: plays fresh seeds, or one, against the rules of sync.
import { join } from 'node:path';
import { runNode } from './launch/run-node.mjs';
import { root } from './setup/places.mjs';
import { setUp } from './setup/set-up.mjs';
import { leaveWith } from './setup/words.mjs';

try {
  const args = process.argv.slice(2);
  await setUp(['sqlite', 'sqlite-at-once', ...(args.includes('--postgres') ? ['postgres'] : [])]);
  const build = join(root, 'tests', 'sync', 'sim', 'build.mjs');
  process.exit(await runNode([build, ...args]));
} catch (error) {
  leaveWith(error);
}
