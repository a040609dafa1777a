import type { Database } from './database.ts';
import { readHeadSeq } from './head-row.ts';
import { keepListening } from './keep-listening.ts';

/** Tells listeners that the log grew: at once in this process, and by LISTEN/NOTIFY from any other on PostgreSQL. */
export interface HeadBell {
  ring(seq: number): void;
  /** @returns a function that ends the listening. */
  listen(heard: (seq: number) => void): () => void;
  count(): number;
  close(): Promise<void>;
}

const LOOK_MS = 5_000;

/**
 * Hangs the bell. What is told while the listening connection is broken, or dead without anybody noticing, is told to
 * nobody: on PostgreSQL it also looks by itself.
 * @param onError told when the listening connection breaks, it is made again; and when a look fails
 */
export async function createHeadBell(database: Database, onError: (error: unknown) => void): Promise<HeadBell> {
  const listeners = new Set<(seq: number) => void>();
  let last = 0;
  const ring = (seq: number) => {
    if (seq <= last) return;
    last = seq;
    for (const heard of listeners) heard(seq);
  };
  const { url } = database;
  const listening =
    url === null ? null : await keepListening(url, 'prihatin_head', (payload) => ring(Number(payload)), onError);
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    try {
      ring(await readHeadSeq(database.reader));
    } catch (error) {
      onError(error);
    } finally {
      looking = false;
    }
  };
  const looks = listening === null ? undefined : setInterval(() => void look(), LOOK_MS);

  return {
    ring,
    listen(heard) {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
    count: () => listeners.size,
    async close() {
      listeners.clear();
      clearInterval(looks);
      await listening?.close();
    },
  };
}
