import type { BrowserWindow } from 'electron';
import { closePortWithPage } from '#main/ipc/connect-windows.ts';
import type { KnownWindow, WindowRegistry } from '#main/ipc/window-registry.ts';
import type { Log } from '#main/log.ts';
import type { EngineLink } from '#main/processes/engine-link.ts';
import type { WindowRole } from '#shared/contract/ipc.ts';
import { openDeskWindow } from './desk-window.ts';
import type { WindowParts } from './open-window.ts';
import { openWallWindow } from './wall-window.ts';

export interface Windows {
  /** Brings the desk to the front, or opens it. */
  showDesk(): void;
  /** The desks that are open, the oldest first. */
  desks(): BrowserWindow[];
  /** Opens one more desk; only the oldest sounds alarms. */
  openDesk(): boolean;
  /** Opens one more wall; false when the window could not be made. */
  openWall(): boolean;
}

/** Opens windows and keeps the registry of them. A page that crashes is loaded anew, at most three times a minute. */
export function createWindows(
  parts: WindowParts,
  registry: WindowRegistry,
  engine: () => EngineLink,
  log: Log,
): Windows {
  let count = 0;
  const enter = (role: WindowRole, browserWindow: BrowserWindow) => {
    count += 1;
    const { id } = browserWindow.webContents;
    const known: KnownWindow = { role, window: `${role}-${count}`, browserWindow, connected: false };
    registry.set(id, known);
    closePortWithPage(known, engine);
    reviveAfterCrash(browserWindow, log);
    browserWindow.once('closed', () => registry.delete(id));
  };
  const desks = () =>
    [...registry.values()].filter((known) => known.role === 'desk').map((known) => known.browserWindow);
  // Two desks of one console would sound each alarm twice.
  const keepOneSounding = () => {
    for (const [i, desk] of desks().entries()) {
      desk.webContents.setAudioMuted(i > 0);
      desk.removeListener('closed', keepOneSounding);
      desk.once('closed', keepOneSounding);
    }
  };
  return {
    showDesk() {
      const [desk] = desks();
      if (desk === undefined) enter('desk', openDeskWindow(parts));
      else {
        if (desk.isMinimized()) desk.restore();
        desk.show();
        desk.focus();
      }
    },
    desks,
    openDesk() {
      const second = openDeskWindow(parts);
      enter('desk', second);
      keepOneSounding();
      return true;
    },
    openWall() {
      const others = [...registry.values()].map((known) => known.browserWindow);
      enter('wall', openWallWindow(parts, others));
      return true;
    },
  };
}

function reviveAfterCrash(browserWindow: BrowserWindow, log: Log): void {
  const crashes: number[] = [];
  browserWindow.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    crashes.push(performance.now());
    const recent = crashes.filter((at) => performance.now() - at < 60_000).length;
    log.error('page gone', { reason, recent });
    if (recent <= 3 && !browserWindow.isDestroyed()) browserWindow.webContents.reload();
  });
}
