import type { Page } from '@playwright/test';

/** The desk's queue and map are painted. */
export async function deskPainted(page: Page): Promise<void> {
  await page.waitForSelector('[data-case]', { timeout: 60_000 });
  await page.waitForSelector('[data-incident]', { state: 'attached', timeout: 60_000 });
}

/** A page that marks itself is painted. */
export async function pagePainted(page: Page): Promise<void> {
  await page.waitForSelector('[data-painted]', { state: 'attached', timeout: 60_000 });
}
