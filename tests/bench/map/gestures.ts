import type { Page } from '@playwright/test';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A place in the window from where a map can be pulled: land or sea without a pin under it. */
export async function freePlace(page: Page): Promise<{ x: number; y: number }> {
  for (const [x, y] of [
    [520, 450],
    [200, 600],
    [560, 300],
    [150, 750],
    [600, 600],
    [300, 820],
  ] as const) {
    await page.mouse.move(x, y);
    await wait(120);
    const free = await page.evaluate(
      ([left, top]) =>
        document.querySelector('.map-over-mark') === null &&
        document.elementFromPoint(left, top)?.closest('.leaflet-container, .maplibregl-map, #place') !== null,
      [x, y] as const,
    );
    if (free) return { x, y };
  }
  throw new Error('no place without a pin was found');
}

/** Pulls the map about for two seconds and turns the wheel in and out again, with the real mouse. */
export async function panAndZoom(page: Page, from: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= 100; step++) {
    const angle = (step / 50) * 2 * Math.PI;
    await page.mouse.move(from.x + 120 * Math.sin(angle), from.y + 90 * (Math.cos(angle) - 1));
    await wait(12);
  }
  await page.mouse.up();
  for (let step = 0; step < 16; step++) {
    await page.mouse.wheel(0, step < 8 ? -60 : 60);
    await wait(60);
  }
  await wait(300);
}

/** Takes what lies there up and carries it in a wide round, then drops it where it was. */
export async function carryRound(page: Page, from: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 6, { steps: 3 });
  for (let step = 1; step <= 80; step++) {
    const angle = (step / 40) * 2 * Math.PI;
    await page.mouse.move(from.x + 8 + 100 * Math.sin(angle), from.y + 6 + 80 * (1 - Math.cos(angle)));
    await wait(20);
  }
  await page.keyboard.press('Escape');
  await page.mouse.up();
}
