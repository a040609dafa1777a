import { createParser } from 'eventsource-parser';

/**
 * Reads central's live stream; resolves once it is open.
 * @param told each event by its name, with its data
 * @returns what ends it
 */
export async function readLive(
  url: string,
  token: string,
  protocol: number,
  told: (event: string | undefined, data: string) => void,
): Promise<() => void> {
  const control = new AbortController();
  const reply = await fetch(`${url}/v1/sync/live?protocol=${protocol}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: control.signal,
  });
  const parser = createParser({ onEvent: ({ event, data }) => told(event, data) });
  const decoder = new TextDecoder();
  void (async () => {
    for await (const chunk of reply.body ?? []) parser.feed(decoder.decode(chunk, { stream: true }));
  })().catch(() => undefined);
  return () => control.abort();
}
