import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { CONTENT_POLICY } from './content-policy.ts';
import { pageFile } from './page-file.ts';

/** Names the scheme; must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built pages from `folder` as app://console/…, each answer with the content policy. */
export function serveAppPages(session: Session, folder: string): void {
  session.protocol.handle('app', async (request) => {
    const found = request.method === 'GET' ? pageFile(folder, request.url) : null;
    const body = found === null ? null : await readFile(found.file).catch(() => null);
    const headers = {
      'content-security-policy': CONTENT_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    };
    if (found === null || body === null) return new Response('not found', { status: 404, headers });
    return new Response(new Uint8Array(body), {
      headers: { ...headers, 'content-type': found.type },
    });
  });
}
