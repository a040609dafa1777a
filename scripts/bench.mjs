// npm run bench -- [ROW…] [--quick] [--json FILE]: builds what the rows measure, then hands over to them.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './launch/ensure-built.mjs';
import { runNode } from './launch/run-node.mjs';
import { openDisplay } from './setup/display.mjs';
import { root } from './setup/places.mjs';
import { setUp } from './setup/set-up.mjs';
import { leaveWith, SetupError } from './setup/words.mjs';

try {
  const { electron } = await setUp(['sqlite', 'postgres', 'electron', 'display']);
  await ensureBuilt();
  const rows = join(root, 'tests', 'bench', 'run.mjs');
  if (!existsSync(rows))
    throw new SetupError('there are no benchmark rows in tests/bench', 'check out the whole repository');
  const display = electron === undefined ? { env: {}, stop: () => {} } : await openDisplay();
  const env = { ...display.env, PRIHATIN_ELECTRON: electron?.binary ?? '' };
  process.exit(await runNode([rows, ...process.argv.slice(2)], env, display.stop));
} catch (error) {
  leaveWith(error);
}
