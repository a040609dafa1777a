import { spawn } from 'node:child_process';
import { installPackages } from './apt.mjs';
import { onPath } from './run.mjs';
import { SetupError, say } from './words.mjs';

/** Tells whether a screen is there to draw on. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Makes sure that Xvfb is installed, when there is no display. */
export async function setUpDisplay() {
  if (hasDisplay() || onPath('Xvfb')) return;
  await installPackages(['xvfb', 'xauth'], 'a screen in memory (no display here)');
}

/**
 * Gives {env, stop}: the environment that a window needs. Without a display an Xvfb of our own is started on a
 * number it chooses itself, listening on no network, and stopped by `stop`.
 */
export async function openDisplay(size = '1600x1000') {
  if (hasDisplay()) return { env: {}, stop: () => {} };
  await setUpDisplay();
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    // In a group of its own: Ctrl-C must not take the screen away before the windows have closed.
    detached: true,
  });
  const number = await new Promise((resolve) => {
    setTimeout(() => resolve(undefined), 15_000).unref();
    let text = '';
    child.stdio[3].on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
    child.on('exit', () => resolve(undefined));
    child.on('error', () => resolve(undefined));
  });
  if (number === undefined) {
    child.kill();
    throw new SetupError('Xvfb did not start', 'try it by hand: Xvfb :99');
  }
  const stop = () => child.kill();
  process.once('exit', stop);
  say(`  No display here: the windows are drawn on Xvfb :${number}`);
  return { env: { DISPLAY: `:${number}` }, stop };
}
