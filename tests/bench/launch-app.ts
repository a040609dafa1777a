import { join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';

const rootSwitches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Holds the app's "ready" until the driver is attached: a plain launch now and then waits for a window for ever. */
const holdUntilAttached = ['-r', join(process.cwd(), 'node_modules/playwright-core/lib/server/electron/loader.js')];

/** Switches of a screen that never waits for the next frame: a work's time is its own, not rounded up to 16.7 ms. */
export const UNBOUND: readonly string[] = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** Starts an app in the Electron that set-up found. @param args the app's folder and its flags */
export function launchApp(args: readonly string[]): Promise<ElectronApplication> {
  const executablePath = process.env.PRIHATIN_ELECTRON ?? '';
  return _electron.launch({ executablePath, args: [...holdUntilAttached, ...rootSwitches, ...args] });
}
