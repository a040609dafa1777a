import type { IpcMain } from 'electron';
import type { Log } from '#main/log.ts';
import type { EngineLink } from '#main/processes/engine-link.ts';
import { isKnownSender } from '#main/security/known-sender.ts';
import { CONNECT_CHANNEL, PORT_CHANNEL } from '#shared/contract/shell-channels.ts';
import type { KnownWindow, WindowRegistry } from './window-registry.ts';

/**
 * Brings pages and engine together: a page asks once, the shell checks who asks, and hands each end a port.
 * @returns `reconnect`, which gives every connected page a new port (after a restart of the engine).
 */
export function connectWindows(
  ipcMain: IpcMain,
  windows: WindowRegistry,
  origins: readonly string[],
  engine: () => EngineLink,
  log: Log,
): { reconnect(): void } {
  const hand = (known: KnownWindow) => {
    const contents = known.browserWindow.webContents;
    if (contents.isDestroyed()) return;
    const port = engine().openPort(known.role, known.window);
    if (port !== null) contents.mainFrame.postMessage(PORT_CHANNEL, null, [port]);
  };
  ipcMain.handle(CONNECT_CHANNEL, (event) => {
    const known = windows.get(event.sender.id);
    if (known === undefined || !isKnownSender(event, new Set(windows.keys()), origins)) {
      log.info('refused a port to an unknown sender');
      return null;
    }
    known.connected = true;
    hand(known);
    return known.role;
  });
  return {
    reconnect() {
      for (const known of windows.values()) if (known.connected) hand(known);
    },
  };
}

/** Closes a window's port when its page goes: reload, navigation, crash, end. */
export function closePortWithPage(known: KnownWindow, engine: () => EngineLink): void {
  const contents = known.browserWindow.webContents;
  const close = () => {
    known.connected = false;
    engine().closePort(known.window);
  };
  contents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument && known.connected) close();
  });
  contents.on('render-process-gone', close);
  contents.once('destroyed', close);
}
