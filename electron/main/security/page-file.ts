import { join } from 'node:path';
import { pagePath } from '#shared/kit/page-path.ts';

export const APP_ORIGIN = 'app://console';

/** The path of a tile's address; null for any other address. */
export function tilePath(address: string): string | null {
  const url = new URL(address);
  return `${url.protocol}//${url.host}` === APP_ORIGIN && url.pathname.startsWith('/tile/') ? url.pathname : null;
}

/** The file below `folder` that a page address stands for, with its content type; null for any other address. */
export function pageFile(folder: string, address: string): { file: string; type: string } | null {
  const url = new URL(address);
  const found = `${url.protocol}//${url.host}` === APP_ORIGIN ? pagePath(url.pathname) : null;
  return found && { file: join(folder, found.path), type: found.type };
}
