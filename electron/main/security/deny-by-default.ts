import { type App, type Session, shell } from 'electron';
import type { Log } from '#main/log.ts';

/**
 * Closes every door a page could leave by: navigation, new windows, webviews, permissions, devices, downloads.
 * A link to a web page (a press report's) opens in the user's own browser; anything else is denied and logged.
 */
export function denyByDefault(app: App, sessions: readonly Session[], log: Log, ownOrigins: readonly string[]): void {
  const deny = (what: string) => log.info('denied', { what });
  app.on('web-contents-created', (_created, contents) => {
    contents.on('will-attach-webview', (event) => {
      deny('webview');
      event.preventDefault();
    });
    const stay = (event: { preventDefault(): void }, url: string) => {
      if (ownOrigins.some((origin) => url.startsWith(`${origin}/`)) && url === contents.getURL()) return;
      deny('navigation');
      event.preventDefault();
    };
    contents.on('will-navigate', (event) => stay(event, event.url));
    contents.on('will-frame-navigate', (event) => stay(event, event.url));
    contents.on('will-redirect', (event) => stay(event, event.url));
    contents.setWindowOpenHandler(({ url }) => {
      if (/^https?:\/\//.test(url)) void shell.openExternal(url).catch(() => deny('no browser'));
      else deny('window');
      return { action: 'deny' };
    });
  });
  for (const session of sessions) {
    session.setPermissionRequestHandler((_contents, permission, answer) => {
      deny(`permission ${permission}`);
      answer(false);
    });
    session.setPermissionCheckHandler(() => false);
    session.setDevicePermissionHandler(() => false);
    session.on('will-download', (event) => {
      deny('download');
      event.preventDefault();
    });
  }
}
