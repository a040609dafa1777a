import type { Locator, Page } from '@playwright/test';
import type { Act } from '#shared/contract/acts.ts';
import { expect } from '#tests/support/electron-app.ts';

export interface Point {
  x: number;
  y: number;
}

/** Signs in at the desk, in either language, and waits for the map's pins. */
export async function signIn(desk: Page, account: { username: string; password: string }): Promise<void> {
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel(/User name|Nama pengguna/).fill(account.username);
  await dialog.getByLabel(/Password|Kata laluan/).fill(account.password);
  await dialog.getByLabel(/Password|Kata laluan/).press('Enter');
  await expect(dialog).toBeHidden();
  await expect.poll(() => desk.locator('button[data-x]').count(), { timeout: 30_000 }).toBeGreaterThan(20);
}

/** Where an incident's own pin is on the screen, px, in the frame that shows it largest; null while it hides in a cluster. */
export async function pinAt(desk: Page, incident: string): Promise<Point | null> {
  return desk.evaluate((id) => {
    const pins = [...document.querySelectorAll<HTMLElement>(`button[data-incident="${id}"][data-x]`)];
    const boxes = pins.map((pin) => pin.getBoundingClientRect()).filter((box) => box.width > 0);
    const box = boxes.at(-1);
    return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
  }, incident);
}

/** What is read, once it is there and three looks in a row find it the same: the desk may still move. */
async function onceStill<T>(read: () => Promise<T | null>, message: string): Promise<T> {
  let [found, before, still]: [T | null, string, number] = [null, '', 0];
  await expect
    .poll(
      async () => {
        found = await read();
        const now = JSON.stringify(found);
        still = found !== null && now === before ? still + 1 : 0;
        before = now;
        return still;
      },
      { intervals: [120], message },
    )
    .toBeGreaterThan(1);
  if (found === null) throw new Error(message);
  return found;
}

/** Where an incident's pin is, once it is there and stays: a strip of alarms comes, what was searched for is drawn. */
export function pinOf(desk: Page, incident: string): Promise<Point> {
  return onceStill(() => pinAt(desk, incident), `a pin of ${incident}`);
}

/** Where an office is on the screen, px, in the first frame that shows it. */
export async function officeAt(desk: Page, code: string): Promise<Point> {
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

/** The middle of what a locator finds, px, once it has stood still: a list that narrows moves its rows a moment later. */
export async function middleOf(found: Locator): Promise<Point> {
  const box = await onceStill(() => found.boundingBox(), 'it is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Takes up with the real mouse, slowly enough for the browser to begin a drag, and waits until the desk holds it. */
export async function lift(desk: Page, from: Point): Promise<void> {
  await desk.mouse.move(from.x, from.y);
  await desk.mouse.down();
  await desk.mouse.move(from.x + 10, from.y + 8, { steps: 3 });
  await expect(desk.locator('[data-carrying="true"]')).toBeVisible();
}

/** Carries what is in the air to a place, without letting go. */
export async function carryTo(desk: Page, to: Point): Promise<void> {
  await desk.mouse.move(to.x, to.y, { steps: 12 });
  await desk.mouse.move(to.x + 1, to.y);
}

/** Carries with the real mouse onto an office; lets go once the card at the pointer says what the release will do. */
export async function dragOnto(desk: Page, from: Point, to: Point, says: RegExp): Promise<void> {
  await lift(desk, from);
  await carryTo(desk, to);
  await expect(desk.locator('.map-carried')).toContainText(says);
  await desk.mouse.up();
}

/** Shows one case alone in the queue by its number, and gives its row. */
export async function rowOf(desk: Page, { id, number }: { id: string; number: string | null }): Promise<Locator> {
  await desk.locator('[data-desk-search]').fill(number ?? '');
  const row = desk.locator(`[data-case="${id}"]`);
  await expect(row).toBeVisible();
  return row;
}

/** Puts the focus where letters are keys of the desk, not text. */
export async function leaveFields(desk: Page): Promise<void> {
  await desk.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

/** Draws a line with Shift round two places of one frame, with room to spare. */
export async function lasso(desk: Page, a: Point, b: Point): Promise<void> {
  const [left, right] = [Math.min(a.x, b.x) - 30, Math.max(a.x, b.x) + 30];
  const [top, foot] = [Math.min(a.y, b.y) - 30, Math.max(a.y, b.y) + 30];
  await desk.keyboard.down('Shift');
  await desk.mouse.move(left, top);
  await desk.mouse.down();
  for (const [x, y] of [
    [right, top],
    [right, foot],
    [left, foot],
    [left, top + 4],
  ] as const)
    await desk.mouse.move(x, y, { steps: 6 });
  await desk.mouse.up();
  await desk.keyboard.up('Shift');
}

/** Puts a finger down and holds it until it takes up what lies there. */
export async function touch(desk: Page, at: Point): Promise<{ move(to: Point): Promise<void>; up(): Promise<void> }> {
  const devtools = await desk.context().newCDPSession(desk);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(({ x, y }) => ({ x, y })) });
  await send('touchStart', [at]);
  await desk.waitForTimeout(350);
  return {
    async move(to) {
      for (let step = 1; step <= 8; step++) {
        await send('touchMove', [{ x: at.x + ((to.x - at.x) * step) / 8, y: at.y + ((to.y - at.y) * step) / 8 }]);
      }
    },
    up: async () => void (await send('touchEnd', [])),
  };
}

/** Makes an act at a desk, whatever its screen shows. @returns the act's id */
export async function commit(desk: Page, act: Act): Promise<string> {
  const reply = await desk.evaluate(
    (wanted) => window.prihatin.call('act.commit', { commandId: crypto.randomUUID(), via: 'keys', act: wanted }),
    act,
  );
  if (!reply.ok) throw new Error(`${act.kind}: ${reply.failure.code} (${reply.failure.field})`);
  return reply.value.act;
}
