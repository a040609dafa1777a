import pg from 'pg';
import type { Database } from './database.ts';

/** Tells listeners that the log grew: at once in this process, and by LISTEN/NOTIFY from any other on PostgreSQL. */
export interface HeadBell {
  ring(seq: number): void;
  /** @returns a function that ends the listening. */
  listen(heard: (seq: number) => void): () => void;
  count(): number;
  close(): Promise<void>;
}

const RETRY_MS = 1_000;

/** Hangs the bell. @param onError told when the listening connection breaks; it is made again. */
export async function createHeadBell(database: Database, onError: (error: unknown) => void): Promise<HeadBell> {
  const listeners = new Set<(seq: number) => void>();
  let last = 0;
  const ring = (seq: number) => {
    if (seq <= last) return;
    last = seq;
    for (const heard of listeners) heard(seq);
  };
  let client: pg.Client | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(url: string): Promise<void> {
    const next = new pg.Client({ connectionString: url });
    next.on('error', (error) => {
      onError(error);
      if (closed || client !== next) return;
      client = null;
      retry = setTimeout(() => void connect(url).catch(onError), RETRY_MS);
    });
    next.on('notification', ({ payload }) => ring(Number(payload)));
    await next.connect();
    await next.query('LISTEN prihatin_head');
    client = next;
  }
  if (database.url !== null) await connect(database.url);

  return {
    ring,
    listen(heard) {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
    count: () => listeners.size,
    async close() {
      closed = true;
      clearTimeout(retry);
      listeners.clear();
      await client?.end();
    },
  };
}
