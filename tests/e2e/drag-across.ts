import type { Page } from '@playwright/test';
import type { Point } from './desk-hands.ts';

/** Something in the air between two windows. */
export interface InTheAir {
  /** Brings it over the other window, in steps, to a point of it. */
  over(to: Point): Promise<void>;
  drop(): Promise<void>;
}

/**
 * Drags from one window to another. A test can move the mouse within one window alone, so the browser is asked for what
 * it would hand to the desktop (`setInterceptDrags`), and the other window is handed just that, as the desktop would.
 */
export async function dragAcross(source: Page, from: Point, target: Page): Promise<InTheAir> {
  const there = await source.context().newCDPSession(source);
  const here = await target.context().newCDPSession(target);
  await there.send('Input.setInterceptDrags', { enabled: true });
  type Caught = Parameters<typeof here.send<'Input.dispatchDragEvent'>>[1] extends infer P
    ? NonNullable<P> extends { data: infer D }
      ? D
      : never
    : never;
  const caught = new Promise<Caught>((resolve) => there.once('Input.dragIntercepted', ({ data }) => resolve(data)));
  const mouse = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', { x, y }: Point, buttons: number) =>
    there.send('Input.dispatchMouseEvent', { type, x, y, buttons, button: 'left', clickCount: 1 });
  await mouse('mouseMoved', from, 0);
  await mouse('mousePressed', from, 1);
  for (const step of [4, 8, 12]) await mouse('mouseMoved', { x: from.x + step, y: from.y + step }, 1);
  const data = await caught;
  let at: Point = { x: 40, y: 200 };
  const tell = (type: 'dragEnter' | 'dragOver' | 'drop', { x, y }: Point) =>
    here.send('Input.dispatchDragEvent', { type, x, y, data });
  await tell('dragEnter', at);
  return {
    async over(to) {
      for (const part of [0.3, 0.6, 1])
        await tell('dragOver', { x: at.x + (to.x - at.x) * part, y: at.y + (to.y - at.y) * part });
      at = to;
      await tell('dragOver', { x: to.x + 1, y: to.y });
    },
    async drop() {
      await tell('drop', at);
      // The window it came from is told that the drag is over.
      await there.send('Input.dispatchDragEvent', { type: 'dragCancel', x: 0, y: 0, data });
      await mouse('mouseReleased', from, 0);
      await there.send('Input.setInterceptDrags', { enabled: false });
      await Promise.all([there.detach(), here.detach()]);
    },
  };
}
