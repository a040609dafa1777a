import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../setup/places.mjs';
import { untilEnd } from './run-electron.mjs';

/**
 * Runs this Node in the project's folder until it ends; resolves to its exit code.
 * @param args what Node is given: switches, the file, its words
 * @param env what is added to ours
 * @param after called once it ended
 */
export function runNode(args, env = {}, after = () => {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    detached: process.platform !== 'win32',
    env: { ...process.env, ...env },
  });
  return untilEnd(child, after);
}

/** Runs a built entry (such as `central.js`) until it ends; resolves to its exit code. */
export function runBuilt(entry, words) {
  return runNode(['--enable-source-maps', join(root, 'out', 'main', entry), ...words]);
}
