import pg from 'pg';

/** A connection that hears a channel of PostgreSQL. */
export interface Listening {
  close(): Promise<void>;
}

const RETRY_MS = 1_000;

/**
 * Listens until it is closed. A connection that breaks is made again, tried as often as it takes.
 * @param onError told each break and each try that failed @param retryMs between two tries
 * @throws Error when the first connection cannot be made
 */
export async function keepListening(
  url: string,
  channel: string,
  heard: (payload: string) => void,
  onError: (error: unknown) => void,
  retryMs = RETRY_MS,
): Promise<Listening> {
  let client: pg.Client | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  const again = (error: unknown) => {
    onError(error);
    if (!closed) retry = setTimeout(() => void connect().catch(again), retryMs);
  };
  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    next.on('error', (error) => {
      // One that is not up yet fails by what awaits it.
      if (client !== next) return;
      client = null;
      again(error);
    });
    next.on('notification', ({ payload }) => heard(payload ?? ''));
    try {
      await next.connect();
      await next.query(`LISTEN ${channel}`);
    } catch (error) {
      void next.end().catch(() => {});
      throw error;
    }
    if (closed) return next.end();
    client = next;
  }
  await connect();
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}
