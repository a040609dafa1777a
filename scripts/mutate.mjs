// npm run proof:mutate -- [S-05 …] [--quick]: weakens one rule of sync at a time in a copy and says which test notices.
import { join } from 'node:path';
import { runNode } from './launch/run-node.mjs';
import { root } from './setup/places.mjs';
import { setUp } from './setup/set-up.mjs';
import { leaveWith } from './setup/words.mjs';

try {
  await setUp(['sqlite', 'sqlite-at-once', 'postgres']);
  const run = join(root, 'tests', 'proof', 'mutate', 'run.mjs');
  process.exit(await runNode([run, ...process.argv.slice(2)]));
} catch (error) {
  leaveWith(error);
}
