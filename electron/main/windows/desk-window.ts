import type { BrowserWindow } from 'electron';
import { openWindow, type WindowParts } from './open-window.ts';

/** Opens the desk: queue, map and case drawer. */
export function openDeskWindow(parts: WindowParts): BrowserWindow {
  return openWindow(parts, 'desk', 'desk.html', { width: 1440, height: 900, minWidth: 1024, minHeight: 640 });
}
