import pg from 'pg';
import type { Database } from './database.ts';

/** Passes short texts (under 8,000 bytes) to every process of this central, its own too; nothing is kept. */
export interface Relay {
  send(text: string): Promise<void>;
  close(): Promise<void>;
}

const RETRY_MS = 1_000;
const CHANNEL = 'prihatin_presence';

/** Opens it. @param heard told each text once @param onError told when the listening connection breaks; it is made again */
export async function openRelay(
  database: Database,
  heard: (text: string) => void,
  onError: (error: unknown) => void,
): Promise<Relay> {
  const { url } = database;
  if (url === null)
    return {
      async send(text) {
        heard(text);
      },
      async close() {},
    };
  let client: pg.Client | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  async function connect(at: string): Promise<void> {
    const next = new pg.Client({ connectionString: at });
    next.on('error', (error) => {
      onError(error);
      if (closed || client !== next) return;
      client = null;
      retry = setTimeout(() => void connect(at).catch(onError), RETRY_MS);
    });
    next.on('notification', ({ payload }) => heard(payload ?? ''));
    await next.connect();
    await next.query(`LISTEN ${CHANNEL}`);
    client = next;
  }
  await connect(url);
  return {
    async send(text) {
      await database.reader.raw('SELECT pg_notify(?, ?)', [CHANNEL, text]);
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}
