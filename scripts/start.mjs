// npm start: all set-up, then the console in Electron, or in a browser with --headless or where no Electron can be had.

import { ensureBuilt } from './launch/ensure-built.mjs';
import { readFlags } from './launch/flags.mjs';
import { runElectron } from './launch/run-electron.mjs';
import { runBuilt } from './launch/run-node.mjs';
import { setUp } from './setup/set-up.mjs';
import { leaveWith, say } from './setup/words.mjs';

try {
  const flags = readFlags(process.argv.slice(2));
  const { electron } = await setUp(flags.headless ? ['sqlite'] : ['sqlite', 'electron', 'display']);
  await ensureBuilt();
  if (electron === undefined) {
    if (!flags.headless)
      say('  No Electron to be had, for the reason above: the same console is served to a browser instead.');
    process.exit(await runBuilt('host.js', flags.app));
  }
  process.exit(await runElectron(electron.binary, flags.app));
} catch (error) {
  leaveWith(error);
}
