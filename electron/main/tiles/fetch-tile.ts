import { goodForMs, readTile, type Tile } from './read-tile.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What a server says of a tile. `goodMs` null: not to be kept. */
export type TileAnswer =
  | { kind: 'tile'; tile: Tile; goodMs: number | null; etag: string | null }
  | { kind: 'same'; goodMs: number | null };

const MOST_HOPS = 2;

/**
 * Asks for one tile, without cookies or referrer; follows redirects within the same host alone.
 * @param etag of the copy that is kept; the server may say that it still holds
 * @throws Error when nobody answers in time, or with anything but a picture
 */
export async function fetchTile(
  address: string,
  { fetch, etag, now, agent, timeoutMs }: FetchParts,
): Promise<TileAnswer> {
  const { origin } = new URL(address);
  const headers: Record<string, string> = { accept: 'image/webp,image/png,image/jpeg', 'user-agent': agent };
  if (etag !== null) headers['if-none-match'] = etag;
  const signal = AbortSignal.timeout(timeoutMs);
  let url = address;
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    const response = await fetch(url, {
      headers,
      signal,
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    const { status } = response;
    if (status === 304 && etag !== null) return { kind: 'same', goodMs: goodForMs(response.headers, now) };
    if (status === 200) {
      const tile = await readTile(response);
      const kept = response.headers.get('etag');
      return { kind: 'tile', tile, goodMs: goodForMs(response.headers, now), etag: kept };
    }
    await response.body?.cancel();
    const to = response.headers.get('location');
    if (status < 300 || status > 399 || to === null) throw new Error(`status ${status}`);
    const next = new URL(to, url);
    if (next.origin !== origin) throw new Error('sent on to another host');
    url = next.href;
  }
  throw new Error('sent on for ever');
}

export interface FetchParts {
  fetch: Fetch;
  etag: string | null;
  /** ms since 1970. */
  now: number;
  /** How this console names itself. */
  agent: string;
  timeoutMs: number;
}
