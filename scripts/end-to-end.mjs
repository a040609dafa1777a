// node scripts/end-to-end.mjs [Playwright's words]: set-up, build and a display, then the tests that drive a real Electron.
import { spawn } from 'node:child_process';
import { ensureBuilt } from './launch/ensure-built.mjs';
import { untilEnd } from './launch/run-electron.mjs';
import { tool } from './quality/tools.mjs';
import { openDisplay } from './setup/display.mjs';
import { root } from './setup/places.mjs';
import { setUp } from './setup/set-up.mjs';
import { leaveWith, SetupError } from './setup/words.mjs';

try {
  const { electron, reason } = await setUp(['sqlite', 'electron', 'display']);
  if (electron === undefined) throw new SetupError(`these tests need Electron: ${reason}`, 'npm run check needs none');
  await ensureBuilt();
  const display = await openDisplay();
  const step = tool('end-to-end', '@playwright/test', ['test', ...process.argv.slice(2)], { bin: 'playwright' });
  const env = { ...process.env, ...display.env, PRIHATIN_ELECTRON: electron.binary };
  process.exit(await untilEnd(spawn(step.program, step.args, { cwd: root, stdio: 'inherit', env }), display.stop));
} catch (error) {
  leaveWith(error);
}
