import { join } from 'node:path';
import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import type { WindowRole } from '#shared/contract/ipc.ts';
import { ROLE_WORD } from '#shared/contract/shell-channels.ts';

/** What every window of this app is made of. */
export interface WindowParts {
  /** The folder `out/`. */
  built: string;
  /** Where the pages are: app://console, or the address of the development server. */
  pages: string;
  /** "DEMO" in the title of a demo console. */
  profile: 'demo' | 'live';
}

/**
 * Opens a window on one of our pages: sandboxed, isolated, without Node, shown once it has something to show.
 * @param partition a session of its own, else the one all share
 */
export function openWindow(
  parts: WindowParts,
  role: WindowRole,
  page: 'desk.html' | 'wall.html',
  options: BrowserWindowConstructorOptions,
  partition?: string,
): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    backgroundColor: '#0f1415',
    autoHideMenuBar: true,
    title: parts.profile === 'demo' ? 'Prihatin Console · DEMO' : 'Prihatin Console',
    ...options,
    webPreferences: {
      preload: join(parts.built, 'preload', 'bridge.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      // Streams and clocks go on while another window covers this one.
      backgroundThrottling: false,
      // Alarms sound from the start, before anybody has clicked.
      autoplayPolicy: 'no-user-gesture-required',
      additionalArguments: [`${ROLE_WORD}${role}`],
      ...(partition === undefined ? {} : { partition }),
    },
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  showWhenPainted(window);
  void window.loadURL(`${parts.pages}/${page}`);
  return window;
}

/** Shows the window with its first picture, or two seconds after its page is there should that news never come. */
function showWhenPainted(window: BrowserWindow): void {
  const show = () => {
    if (!window.isDestroyed() && !window.isVisible()) window.show();
  };
  window.once('ready-to-show', show);
  window.webContents.once('did-finish-load', () => setTimeout(show, 2_000));
}
