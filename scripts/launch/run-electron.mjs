import { spawn } from 'node:child_process';
import { openDisplay } from '../setup/display.mjs';
import { root } from '../setup/places.mjs';

/** The switches a machine needs: as root Chromium's sandbox cannot run (demo and tests only). */
export function machineSwitches(uid = process.getuid?.()) {
  return process.platform === 'linux' && uid === 0 ? ['--no-sandbox'] : [];
}

/** Runs the console in Electron, on Xvfb where there is no display, until it ends; resolves to its exit code. */
export async function runElectron(binary, words, env = {}) {
  const display = await openDisplay();
  // A display in memory has no GPU: trying one costs time and a process that dies. Nor has it a desktop's message bus,
  // of which Chromium complains in ten lines that would bury our own.
  const drawing = 'DISPLAY' in display.env ? ['--disable-gpu', '--log-level=3'] : [];
  const child = spawn(binary, [...machineSwitches(), ...drawing, root, ...words], {
    cwd: root,
    stdio: 'inherit',
    // In a group of its own: a Ctrl-C reaches it once, through us, and it closes its stores in order.
    detached: process.platform !== 'win32',
    env: { ...process.env, ...display.env, ...env },
  });
  return untilEnd(child, display.stop);
}

/** Passes our signals on to the child and resolves to its exit code once it ended. */
export function untilEnd(child, after = () => {}) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const pass = () => child.kill('SIGTERM');
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, pass);
      after();
      resolve(code ?? (signal === 'SIGTERM' ? 0 : 1));
    });
  });
}
