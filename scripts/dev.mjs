// npm run dev: the console with hot reload of its pages and a restart when the shell changes.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readFlags } from './launch/flags.mjs';
import { machineSwitches } from './launch/run-electron.mjs';
import { runNode } from './launch/run-node.mjs';
import { openDisplay } from './setup/display.mjs';
import { root } from './setup/places.mjs';
import { setUp } from './setup/set-up.mjs';
import { leaveWith, SetupError } from './setup/words.mjs';

try {
  const flags = readFlags(process.argv.slice(2));
  const { electron, reason } = await setUp(['sqlite', 'electron', 'display']);
  if (electron === undefined)
    throw new SetupError(`no Electron to develop in: ${reason}`, 'npm run host serves to a browser');
  // A development build is not what `npm start` would make.
  rmSync(join(root, 'out', 'built-from'), { force: true });
  const display = await openDisplay();
  const vite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const args = [vite, 'dev', '--watch', '--', ...machineSwitches(), ...flags.app];
  const env = { ...display.env, ELECTRON_EXEC_PATH: electron.binary };
  process.exit(await runNode(args, env, display.stop));
} catch (error) {
  leaveWith(error);
}
