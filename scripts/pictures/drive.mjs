// Drives the real console for pictures: on data of its own, its windows sized, dressed and waited for.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { machineSwitches } from '../launch/run-electron.mjs';
import { root } from '../setup/places.mjs';

/** Playwright's own preload, which holds the app's start until the driver is attached. */
const HOLD = ['-r', join(root, 'node_modules/playwright-core/lib/server/electron/loader.js')];

/**
 * Starts a console; nothing of it is waited for: {app, desk, data, wear, wall, secondDesk, shoot, putTourAway, close}.
 * @param flags after `--data` @param kept a data folder to go on with, else one of its own that goes with it
 */
export async function startConsole(binary, env, flags = [], kept = undefined) {
  const data = kept ?? mkdtempSync(join(tmpdir(), 'prihatin-pictures-'));
  const app = await _electron.launch({
    executablePath: binary,
    args: [...HOLD, '--disable-gpu', ...machineSwitches(), root, '--data', data, '--lang', 'ms', ...flags],
    cwd: root,
    env: { ...process.env, ...env },
  });
  const pageOf = async (file, not = undefined) => {
    const is = (one) => one !== not && one.url().endsWith(`/${file}`);
    return app.windows().find(is) ?? (await app.waitForEvent('window', { predicate: is }));
  };
  const desk = await pageOf('desk.html');
  return {
    app,
    desk,
    data,
    /** Dresses and sizes the desk. */
    async wear({ lang, theme, width, height, zoom }) {
      await desk.evaluate((look) => window.prihatin.call('session.set', look), { lang, theme });
      await desk.waitForFunction((word) => document.documentElement.lang === word, lang);
      await size(app, desk, width, height, zoom);
    },
    /** The wall over a whole display, its counts there. */
    async wall({ width, height }) {
      if (!app.windows().some((one) => one.url().endsWith('/wall.html')))
        await desk.evaluate(() => window.prihatin.shell('wall.open', {}));
      const wall = await pageOf('wall.html');
      await wall.locator('.wall-counts').waitFor();
      await size(app, wall, width, height);
      return wall;
    },
    /** One more desk beside the first. */
    async secondDesk({ width, height, zoom }) {
      if (app.windows().filter((one) => one.url().endsWith('/desk.html')).length < 2)
        await desk.evaluate(() => window.prihatin.shell('desk.open', {}));
      const second = await pageOf('desk.html', desk);
      await second.locator('[data-case]').first().waitFor();
      await size(app, second, width, height, zoom);
      return second;
    },
    shoot: (path, page = desk) => shoot(app, page, path),
    putTourAway: () => desk.evaluate(() => window.prihatin.call('session.set', { toured: true })),
    async close() {
      await app.close();
      if (kept === undefined) rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Starts the demo and waits until map and queue are drawn and in sync. */
export async function startDemo(binary, env) {
  const demo = await startConsole(binary, env);
  try {
    await demo.desk.locator('[data-link="live"]').waitFor({ timeout: 60_000 });
    await demo.desk.waitForFunction(() => document.querySelectorAll('button[data-x]').length > 20);
    await demo.desk.waitForFunction(() => /\d/.test(document.querySelector('.results dd')?.textContent ?? ''));
  } catch (error) {
    await demo.close();
    throw error;
  }
  return demo;
}

/** Sizes the inside of a page's window, px, and zooms it, per cent; a wall zooms itself. */
async function size(app, page, width, height, zoom) {
  const window = await app.browserWindow(page);
  await window.evaluate(
    (own, [w, h, percent]) => {
      own.setFullScreen(false);
      if (percent) own.webContents.setZoomFactor(percent / 100);
      const [nowWidth, nowHeight] = own.getContentSize();
      if (nowWidth !== w || nowHeight !== h) own.setContentSize(w, h);
    },
    [width, height, zoom],
  );
  const shown = zoom ? width / (zoom / 100) : width;
  await page.waitForFunction(
    ([w, own]) => Math.abs((own ? innerWidth : innerWidth * devicePixelRatio) - w) < 2,
    [shown, Boolean(zoom)],
  );
  await settled(page);
}

/** Takes what a window shows; unlike Playwright's own picture the whole of it when it is zoomed. */
async function shoot(app, page, path) {
  const window = await app.browserWindow(page);
  const png = await window.evaluate(async (own) => (await own.webContents.capturePage()).toPNG().toString('base64'));
  writeFileSync(path, Buffer.from(png, 'base64'));
}

/** Waits until fonts are there and nothing has moved or been drawn for a while. */
export async function settled(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})));
    await new Promise((resolve) => requestIdleCallback(() => requestAnimationFrame(resolve), { timeout: 1_000 }));
  });
  await page.waitForTimeout(250);
}
