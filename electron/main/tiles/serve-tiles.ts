import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Log, reasonOf } from '#main/log.ts';
import { type TileSource, tileAddress, tileFault } from '#shared/domain/tile-source.ts';
import { type Fetch, fetchTile } from './fetch-tile.ts';
import type { Tile } from './read-tile.ts';
import { type KeptTile, openTileCache, type TileCache } from './tile-cache.ts';

export interface TileParts {
  folder: string;
  /** Bytes on the disk, of all tiles together. */
  limit: number;
  fetch: Fetch;
  /** ms since 1970. */
  now(): number;
  /** How this console names itself to a server of tiles. */
  agent: string;
  log: Log;
}

export interface TileServer {
  /** Takes tiles from there from now on; what was kept of another source is deleted, with null of all. */
  use(source: TileSource | null): Promise<void>;
  /** A tile by the path of its address (`/tile/7/100/62`): from the disk while it is good, else from the source, else what the disk still has. Null: none. */
  tile(path: string): Promise<Tile | null>;
  kept(): Promise<{ bytes: number; limit: number; tiles: number }>;
  /** Deletes what is kept. */
  clear(): Promise<void>;
}

const PATH = /^\/tile\/(\d{1,2})\/(\d{1,7})\/(\d{1,7})$/;
const DEEPEST = 20;
/** Patience with a tile that is not there at all, and with one of which an old copy is, ms. */
const WAIT_MS = 10_000;
const WAIT_STALE_MS = 3_000;
/** So long a source that did not answer is left alone, ms: without a network the map stays quick. */
const PAUSE_MS = 15_000;
const MOST_AT_ONCE = 6;

/** Serves tiles of one source out of a cache on the disk; nothing is asked of any host but the one that was set. */
export function createTileServer({ folder, limit, fetch, now, agent, log }: TileParts): TileServer {
  let source: TileSource | null = null;
  let cache: TileCache | null = null;
  let quietUntil = 0;
  let running = 0;
  const queue: (() => void)[] = [];
  const onTheWay = new Map<string, Promise<Tile | null>>();

  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      queue.shift()?.();
    }
  };

  const ask = async (from: TileSource, into: TileCache, name: string, address: string, old: KeptTile | null) => {
    // It waited its turn, and another source was set meanwhile.
    if (source !== from) return null;
    if (now() < quietUntil) return old;
    try {
      const timeoutMs = old ? WAIT_STALE_MS : WAIT_MS;
      const answer = await fetchTile(address, { fetch, etag: old?.etag ?? null, now: now(), agent, timeoutMs });
      if (source !== from) return null;
      const tile = answer.kind === 'tile' ? answer.tile : old;
      if (tile && answer.goodMs !== null) {
        const etag = answer.kind === 'tile' ? answer.etag : (old?.etag ?? null);
        await (cache ?? into)
          .write(name, { ...tile, etag, goodUntil: now() + answer.goodMs })
          .catch((error: unknown) => log.error('a tile was not kept', { reason: reasonOf(error) }));
      }
      return tile;
    } catch (error) {
      const reason = reasonOf(error);
      // An answer, be it no picture, means that somebody is there; only silence is spared.
      if (!(error instanceof Error) || /fetch failed|aborted|timeout/i.test(`${error.name} ${reason}`)) {
        if (now() >= quietUntil) log.info('no answer from the source of tiles', { reason });
        quietUntil = now() + PAUSE_MS;
      } else log.debug('no tile', { reason });
      return old;
    }
  };

  const find = async (from: TileSource, into: TileCache, z: number, x: number, y: number) => {
    const address = tileAddress(from, z, x, y);
    const name = hashOf(address);
    // A disk that gives nothing keeps no picture from being shown.
    const old = await into.read(name).catch(() => null);
    return old && old.goodUntil > now() ? old : inTurn(() => ask(from, into, name, address, old));
  };

  const emptyBut = async (kept: string | null) => {
    for (const name of await readdir(folder).catch(() => []))
      if (name !== kept) await rm(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
  };

  const place = (wanted: TileSource | null) => {
    const own = wanted && hashOf(wanted.url).slice(0, 16);
    cache = own === null ? null : openTileCache(join(folder, own), limit, now);
    return own;
  };

  return {
    async use(next) {
      const wanted = next && tileFault(next.url) === null ? next : null;
      if (source !== null && source.url === wanted?.url) return;
      source = wanted;
      quietUntil = 0;
      onTheWay.clear();
      await emptyBut(place(wanted));
    },
    tile(path) {
      const [, z = 0, x = 0, y = 0] = PATH.exec(path)?.map(Number) ?? [];
      const [from, into] = [source, cache];
      if (!from || !into || !PATH.test(path) || z > DEEPEST || x >= 2 ** z || y >= 2 ** z) return Promise.resolve(null);
      const asked = onTheWay.get(path);
      if (asked) return asked;
      const mine = find(from, into, z, x, y).finally(() => {
        if (onTheWay.get(path) === mine) onTheWay.delete(path);
      });
      onTheWay.set(path, mine);
      return mine;
    },
    async kept() {
      const size = await cache?.size();
      return { bytes: size?.bytes ?? 0, tiles: size?.tiles ?? 0, limit };
    },
    async clear() {
      await emptyBut(null);
      place(source);
    },
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}
