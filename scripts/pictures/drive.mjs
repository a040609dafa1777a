// Drives the real console for pictures: a demo on data of its own, its windows sized and waited for.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { machineSwitches } from '../launch/run-electron.mjs';
import { root } from '../setup/places.mjs';

/** Playwright's own preload, which holds the app's start until the driver is attached. */
const HOLD = ['-r', join(root, 'node_modules/playwright-core/lib/server/electron/loader.js')];

/** Starts the demo and waits until map and queue are drawn and in sync: {desk, wall, size, close}. */
export async function startDemo(binary, env) {
  const data = mkdtempSync(join(tmpdir(), 'prihatin-pictures-'));
  const app = await _electron.launch({
    executablePath: binary,
    args: [...HOLD, '--disable-gpu', ...machineSwitches(), root, '--data', data, '--lang', 'ms'],
    cwd: root,
    env: { ...process.env, ...env },
  });
  const page = async (file) => {
    const find = () => app.windows().find((one) => one.url().endsWith(`/${file}`));
    return find() ?? (await app.waitForEvent('window', { predicate: (one) => one.url().endsWith(`/${file}`) }));
  };
  const close = async () => {
    await app.close();
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  const desk = await page('desk.html');
  try {
    await desk.locator('[data-link="live"]').waitFor({ timeout: 60_000 });
    await desk.waitForFunction(() => document.querySelectorAll('button[data-x]').length > 20);
    await desk.waitForFunction(() => /\d/.test(document.querySelector('.results dd')?.textContent ?? ''));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    desk,
    /** Opens the wall over 1920 × 1080 and waits for its counts. */
    async wall() {
      await desk.evaluate(() => window.prihatin.shell('wall.open', {}));
      const wall = await page('wall.html');
      await size(app, wall, 1920, 1080);
      await wall.locator('.wall-counts').waitFor();
      await settled(wall);
      return wall;
    },
    size: (width, height) => size(app, desk, width, height),
    close,
  };
}

/** Sizes the inside of a page's window, px. */
async function size(app, page, width, height) {
  const window = await app.browserWindow(page);
  await window.evaluate(
    (own, [w, h]) => {
      own.setFullScreen(false);
      own.setContentSize(w, h);
    },
    [width, height],
  );
  await page.waitForFunction(([w, h]) => innerWidth === w && innerHeight === h, [width, height]);
  await settled(page);
}

/** Waits until fonts are there and nothing has moved or been drawn for a while. */
export async function settled(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})));
    await new Promise((resolve) => requestIdleCallback(() => requestAnimationFrame(resolve), { timeout: 1_000 }));
  });
  await page.waitForTimeout(400);
}
