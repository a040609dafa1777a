import { extname, join, sep } from 'node:path';

export const APP_ORIGIN = 'app://console';

const typeOf: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

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
  return file.startsWith(folder + sep) && extname(file) in typeOf ? file : null;
}

/** The content type of a page file. */
export function contentTypeOf(file: string): string {
  return typeOf[extname(file)] ?? 'application/octet-stream';
}
