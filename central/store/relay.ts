import type { Database } from './database.ts';
import { keepListening } from './keep-listening.ts';

/** Passes short texts (under 8,000 bytes) to every process of this central, its own too; nothing is kept. */
export interface Relay {
  send(text: string): Promise<void>;
  close(): Promise<void>;
}

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
  const listening = await keepListening(url, CHANNEL, heard, onError);
  return {
    async send(text) {
      await database.reader.raw('SELECT pg_notify(?, ?)', [CHANNEL, text]);
    },
    close: () => listening.close(),
  };
}
