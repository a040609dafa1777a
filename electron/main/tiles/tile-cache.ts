import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pictureType, type Tile } from './read-tile.ts';

/** A tile as it lies on the disk. */
export interface KeptTile extends Tile {
  etag: string | null;
  /** Up to when it need not be asked for again, ms since 1970. */
  goodUntil: number;
}

export interface TileCache {
  read(name: string): Promise<KeptTile | null>;
  /** Puts a tile there whole or not at all, and drops those that were used longest ago until all fit. */
  write(name: string, tile: KeptTile): Promise<void>;
  size(): Promise<{ bytes: number; tiles: number }>;
}

const ENDING = '.tile';
/** Use is written to the disk no more often than so, ms; between two lives of the app it orders what goes first. */
const TOUCH_MS = 3_600_000;

/**
 * Tiles in a folder, the least lately used dropped first.
 * @param limit bytes of all together @param now ms since 1970
 */
export function openTileCache(folder: string, limit: number, now: () => number): TileCache {
  /** In the order of use, the longest ago first. */
  const known = new Map<string, { size: number; touched: number }>();
  let bytes = 0;
  let ready: Promise<void> | null = null;
  let writing: Promise<void> = Promise.resolve();
  const pathOf = (name: string) => join(folder, `${name}${ENDING}`);

  const look = async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const found: { name: string; size: number; touched: number }[] = [];
    for (const file of await readdir(folder)) {
      const facts = await stat(join(folder, file)).catch(() => null);
      if (facts === null) continue;
      // What a life that was cut short left half written.
      if (!file.endsWith(ENDING)) await rm(join(folder, file), { force: true, recursive: true });
      else found.push({ name: file.slice(0, -ENDING.length), size: facts.size, touched: facts.mtimeMs });
    }
    for (const { name, ...facts } of found.toSorted((a, b) => a.touched - b.touched)) note(name, facts);
    await shrink();
  };
  const open = () =>
    (ready ??= look().catch((error: unknown) => {
      // The disk may be there again the next time.
      ready = null;
      throw error;
    }));

  const forget = (name: string) => {
    bytes -= known.get(name)?.size ?? 0;
    known.delete(name);
  };
  const note = (name: string, facts: { size: number; touched: number }) => {
    forget(name);
    known.set(name, facts);
    bytes += facts.size;
  };
  const drop = async (name: string) => {
    forget(name);
    await rm(pathOf(name), { force: true });
  };
  const shrink = async () => {
    for (const name of known.keys()) {
      if (bytes <= limit) return;
      await drop(name);
    }
  };

  return {
    async read(name) {
      await open();
      const facts = known.get(name);
      if (!facts) return null;
      const file = await readFile(pathOf(name)).catch(() => null);
      const tile = file && unpack(file);
      if (!tile) {
        await drop(name);
        return null;
      }
      const touch = now() - facts.touched > TOUCH_MS;
      note(name, { size: facts.size, touched: touch ? now() : facts.touched });
      if (touch) await utimes(pathOf(name), new Date(now()), new Date(now())).catch(() => {});
      return tile;
    },
    async write(name, tile) {
      await open();
      const file = pack(tile);
      if (file.byteLength > limit) return;
      const work = async () => {
        await writeFile(`${pathOf(name)}.new`, file, { mode: 0o600 });
        await rename(`${pathOf(name)}.new`, pathOf(name));
        note(name, { size: file.byteLength, touched: now() });
        await shrink();
      };
      const mine = writing.then(work);
      writing = mine.catch(() => {});
      await mine;
    },
    async size() {
      await open();
      return { bytes, tiles: known.size };
    },
  };
}

/** One line of facts, then the picture. */
function pack({ type, etag, goodUntil, body }: KeptTile): Buffer {
  return Buffer.concat([Buffer.from(`${JSON.stringify({ type, etag, goodUntil, bytes: body.byteLength })}\n`), body]);
}

function unpack(file: Buffer): KeptTile | null {
  const end = file.indexOf(10);
  try {
    const { type, etag, goodUntil, bytes } = JSON.parse(file.toString('utf8', 0, end)) as KeptTile & { bytes: number };
    const body = file.subarray(end + 1);
    return body.byteLength === bytes && pictureType(body) === type ? { type, etag, goodUntil, body } : null;
  } catch {
    return null;
  }
}
