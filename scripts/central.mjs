// npm run central -- --port N --data DIR | --database postgres://… --profile demo|live
import { ensureBuilt } from './launch/ensure-built.mjs';
import { runBuilt } from './launch/run-node.mjs';
import { setUp } from './setup/set-up.mjs';
import { leaveWith } from './setup/words.mjs';

try {
  await setUp(['sqlite']);
  await ensureBuilt();
  process.exit(await runBuilt('central.js', process.argv.slice(2)));
} catch (error) {
  leaveWith(error);
}
