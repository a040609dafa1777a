import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Copies the Electron to be packaged to `folder`, without the loader app that a development runtime may carry:
 * a packaged binary must find nothing but its own app.asar.
 */
export function stageElectron(runtime, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  cpSync(runtime, folder, { recursive: true, verbatimSymlinks: true });
  for (const name of ['app', 'app.asar', 'default_app.asar'])
    rmSync(join(folder, 'resources', name), { recursive: true, force: true });
  rmSync(join(folder, 'assembled'), { force: true });
}
