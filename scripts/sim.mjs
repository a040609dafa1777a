// npm run sim -- [--seeds N] [--seed S] [--files] [--jobs J]: plays fresh seeds, or one, against the rules of sync.
import { join } from 'node:path';
import { runNode } from './launch/run-node.mjs';
import { root } from './setup/places.mjs';
import { setUp } from './setup/set-up.mjs';
import { leaveWith } from './setup/words.mjs';

try {
  await setUp(['sqlite', 'sqlite-at-once']);
  const build = join(root, 'tests', 'sync', 'sim', 'build.mjs');
  process.exit(await runNode([build, ...process.argv.slice(2)]));
} catch (error) {
  leaveWith(error);
}
