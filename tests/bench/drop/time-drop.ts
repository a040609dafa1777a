import type { Page } from '@playwright/test';

/** Times from the key that drops a case, ms: kept by the engine on disk, its row painted, its pin painted. */
export interface DropTimes {
  durable: number;
  row: number;
  map: number;
}

declare global {
  interface Window {
    /** Told of each number written on a canvas: of a pin or cluster. */
    pinNumber?: () => void;
  }
}

/** Makes the desk's page tell when pins are drawn; once a page. */
export async function hearPins(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
      if (Number(text) > 0) window.pinNumber?.();
      fillText.call(this, text, ...rest);
    };
  });
}

/** Waits for all that the drop of this case on this branch makes, from the Enter that made it. */
export function timeDrop(page: Page, wish: { id: string; branch: string }): Promise<DropTimes> {
  return page.evaluate(async ({ id, branch }) => {
    const { port1, port2 } = new MessageChannel();
    const drawn = () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => {
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(null);
        }),
      );
    // The last one before the act counts: the first may only lead to what the drop would do.
    let began = 0;
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Enter') began = event.timeStamp;
    };
    addEventListener('keydown', hear, { capture: true });
    const until = (holds: () => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!holds()) return;
          seen.disconnect();
          resolve();
        };
        const seen = new MutationObserver(look);
        seen.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        look();
      });
    const durable = until(() => document.querySelector('.undo-committed p')?.textContent.includes(branch) === true);
    const row = until(() => document.querySelector(`[data-case="${id}"]`)?.textContent.includes(branch) !== false);
    const acknowledged = durable.then(() => {
      removeEventListener('keydown', hear, { capture: true });
      return performance.now() - began;
    });
    await row;
    const pinned = new Promise<void>((resolve) => {
      window.pinNumber = resolve;
    });
    const rowAt = (await drawn()) - began;
    await pinned;
    const mapAt = (await drawn()) - began;
    return { durable: await acknowledged, row: rowAt, map: mapAt };
  }, wish);
}
