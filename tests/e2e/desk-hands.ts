import type { Page } from '@playwright/test';
import { expect } from '#tests/support/electron-app.ts';

/** Signs in at the desk as the demo's HQ coordinator. */
export async function signIn(desk: Page, account: { username: string; password: string }): Promise<void> {
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('User name').fill(account.username);
  await dialog.getByLabel('Password').fill(account.password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog).toBeHidden();
}

/** Where an incident's own pin is on the screen, px, in the frame that shows it largest; null while it hides in a cluster. */
export async function pinAt(desk: Page, incident: string): Promise<{ x: number; y: number } | null> {
  return desk.evaluate((id) => {
    const pins = [...document.querySelectorAll<HTMLElement>(`button[data-incident="${id}"][data-x]`)];
    const boxes = pins.map((pin) => pin.getBoundingClientRect()).filter((box) => box.width > 0);
    const box = boxes.at(-1);
    return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
  }, incident);
}

/** Where an office is on the screen, px, in the frame called `frame`. */
export async function officeAt(desk: Page, code: string): Promise<{ x: number; y: number }> {
  const at = await desk.evaluate((branch) => {
    const items = [...document.querySelectorAll<HTMLElement>(`li[data-branch="${branch}"][data-x]`)];
    for (const item of items) {
      const frame = item.closest<HTMLElement>('[data-frame]')?.getBoundingClientRect();
      if (frame && frame.width > 0) return { x: frame.x + Number(item.dataset.x), y: frame.y + Number(item.dataset.y) };
    }
    return null;
  }, code);
  if (!at) throw new Error(`office ${code} is in no frame`);
  return at;
}

/** Carries with the real mouse, slowly enough for the browser to begin a drag. */
export async function drag(desk: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await desk.mouse.move(from.x, from.y);
  await desk.mouse.down();
  await desk.mouse.move(from.x + 10, from.y + 8, { steps: 3 });
  await desk.mouse.move(to.x, to.y, { steps: 12 });
  await desk.mouse.move(to.x + 1, to.y);
  await desk.waitForTimeout(150);
  await desk.mouse.up();
}
