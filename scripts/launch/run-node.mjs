import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../setup/places.mjs';
import { untilEnd } from './run-electron.mjs';

/** Runs a built entry (such as `central.js`) in this Node until it ends; resolves to its exit code. */
export function runBuilt(entry, words) {
  return untilEnd(
    spawn(process.execPath, ['--enable-source-maps', join(root, 'out', 'main', entry), ...words], {
      cwd: root,
      stdio: 'inherit',
      detached: process.platform !== 'win32',
    }),
  );
}
