import { connect } from 'node:net';

/** Opens the live stream on a plain socket and calls `onHead` for each head told. @returns what ends it. */
export async function openListener(url: string, token: string, onHead: () => void): Promise<() => void> {
  const { hostname, port, host } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  socket.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('connect', () =>
      socket.write(
        `GET /v1/sync/live?protocol=1 HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${token}\r\naccept: text/event-stream\r\n\r\n`,
      ),
    );
    socket.on('data', (chunk: Buffer) => {
      if (chunk.includes('event: head')) onHead();
      resolve();
    });
  });
  return () => socket.destroy();
}
