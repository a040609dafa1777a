import type { BrowserWindow } from 'electron';
import { zoomAfter } from './desk-zoom.ts';
import { openWindow, type WindowParts } from './open-window.ts';

/** Opens the desk: queue, map and case drawer. Desks share one zoom, which stays for the next start. */
export function openDeskWindow(parts: WindowParts): BrowserWindow {
  const window = openWindow(parts, 'desk', 'desk.html', { width: 1440, height: 900, minWidth: 1024, minHeight: 640 });
  window.webContents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown') return;
    const factor = zoomAfter(input, window.webContents.getZoomFactor());
    if (factor === null) return;
    event.preventDefault();
    window.webContents.setZoomFactor(factor);
  });
  return window;
}
