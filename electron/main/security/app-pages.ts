import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { CONTENT_POLICY } from './content-policy.ts';

export const APP_ORIGIN = 'app://console';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

/** Names the scheme; must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** The file a page address stands for below `folder`, or null when it would leave it or has no known type. */
export function fileOf(folder: string, address: string): string | null {
  const url = new URL(address);
  if (`${url.protocol}//${url.host}` !== APP_ORIGIN) return null;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = join(folder, path);
  return file.startsWith(folder + sep) && extname(file) in types ? file : null;
}

/** Serves the built pages from `folder` as app://console/…, each answer with the content policy. */
export function serveAppPages(session: Session, folder: string): void {
  session.protocol.handle('app', async (request) => {
    const file = request.method === 'GET' ? fileOf(folder, request.url) : null;
    const body = file === null ? null : await readFile(file).catch(() => null);
    const headers = {
      'content-security-policy': CONTENT_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    };
    if (file === null || body === null) return new Response('not found', { status: 404, headers });
    return new Response(new Uint8Array(body), {
      headers: { ...headers, 'content-type': types[extname(file)] ?? 'application/octet-stream' },
    });
  });
}
