import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { CONTENT_POLICY } from './content-policy.ts';
import { pageFile, tilePath } from './page-file.ts';

/** Names the scheme; must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** A picture under the map by the path of its address, or null. */
type FindTile = (path: string) => Promise<{ type: string; body: Uint8Array } | null>;

/** Serves the built pages from `folder` as app://console/…, and `tile/…` there; each answer with the content policy. */
export function serveAppPages(session: Session, folder: string, tile: FindTile): void {
  session.protocol.handle('app', async (request) => {
    const asked = request.method === 'GET' ? tilePath(request.url) : null;
    const picture = asked === null ? null : await tile(asked);
    const found = request.method === 'GET' ? pageFile(folder, request.url) : null;
    const body = found === null ? null : await readFile(found.file).catch(() => null);
    const headers = {
      'content-security-policy': CONTENT_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    };
    if (picture !== null) {
      const { type, body: bytes } = picture;
      return new Response(new Uint8Array(bytes), {
        headers: { ...headers, 'content-type': type, 'cache-control': 'no-store' },
      });
    }
    if (found === null || body === null) return new Response('not found', { status: 404, headers });
    return new Response(new Uint8Array(body), {
      headers: { ...headers, 'content-type': found.type },
    });
  });
}
