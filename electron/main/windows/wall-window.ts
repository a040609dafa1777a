import { type BrowserWindow, type Display, screen } from 'electron';
import { openWindow, type WindowParts } from './open-window.ts';
import { wallZoom } from './wall-zoom.ts';

/** Pages of one session share their zoom: walls have one of their own, or a desk would grow and shrink with them. */
export const WALL_PARTITION = 'wall';

/** So long after the last news of a size the size itself is there, ms. */
const SETTLED_MS = 250;

/** The display a new wall goes to: the first that no window of ours is on, else the primary one. */
export function freeDisplay(displays: readonly Display[], primary: Display, taken: ReadonlySet<number>): Display {
  return displays.find((display) => !taken.has(display.id)) ?? primary;
}

/** Opens a wall over a whole display. @param others the windows already open, whose displays are left to them */
export function openWallWindow(parts: WindowParts, others: readonly BrowserWindow[]): BrowserWindow {
  const taken = new Set(others.map((window) => screen.getDisplayMatching(window.getBounds()).id));
  const { bounds } = freeDisplay(screen.getAllDisplays(), screen.getPrimaryDisplay(), taken);
  const window = openWindow(parts, 'wall', 'wall.html', { ...bounds, fullscreen: true }, WALL_PARTITION);
  window.webContents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || (input.key !== 'Escape' && input.key !== 'F11')) return;
    event.preventDefault();
    window.setFullScreen(input.key === 'F11' && !window.isFullScreen());
  });
  let later: NodeJS.Timeout | undefined;
  const zoomToFit = () => {
    if (window.isDestroyed()) return;
    const [width = 0, height = 0] = window.getContentSize();
    window.webContents.setZoomFactor(wallZoom(width, height));
  };
  window.on('resize', () => {
    zoomToFit();
    // Some desktops tell of a new size before it is there.
    clearTimeout(later);
    later = setTimeout(zoomToFit, SETTLED_MS);
  });
  window.webContents.on('did-finish-load', zoomToFit);
  return window;
}
