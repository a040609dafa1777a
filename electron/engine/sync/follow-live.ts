import { createParser } from 'eventsource-parser';
import { headSchema } from '#shared/contract/wire/sync.ts';

/** Central says something (at least a comment) every 15 s; silence longer than this is a dead line. */
const SILENCE_MS = 40_000;

export interface LiveListener {
  /** Central's newest seq moved (told at once after connecting too). */
  head(epoch: string, head: number): void;
  /** Another console opened or left a case; the data as it came. */
  presence?(data: unknown): void;
  /** The line is alive: something came, if only a heartbeat. */
  alive(): void;
}

/**
 * Reads central's live stream until it ends, falls silent or `stop` is aborted.
 * @throws TypeError when the line is dead
 */
export async function followLive(response: Response, stop: AbortSignal, on: LiveListener): Promise<void> {
  if (!response.body) throw new TypeError('the live stream has no body');
  const parser = createParser({
    onEvent: (event) => {
      if (event.event === 'presence') on.presence?.(JSON.parse(event.data));
      if (event.event !== 'head') return;
      const { epoch, head } = headSchema.parse(JSON.parse(event.data));
      on.head(epoch, head);
    },
  });
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const onStop = () => void reader.cancel().catch(() => {});
  stop.addEventListener('abort', onStop, { once: true });
  try {
    while (!stop.aborted) {
      const chunk = await beforeSilence(reader.read());
      if (chunk.done) break;
      on.alive();
      parser.feed(decoder.decode(chunk.value, { stream: true }));
    }
  } finally {
    stop.removeEventListener('abort', onStop);
    await reader.cancel().catch(() => {});
  }
  if (!stop.aborted) throw new TypeError('the live stream ended');
}

async function beforeSilence<T>(reading: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TypeError('the live stream fell silent')), SILENCE_MS);
  });
  try {
    return await Promise.race([reading, silence]);
  } finally {
    clearTimeout(timer);
  }
}
