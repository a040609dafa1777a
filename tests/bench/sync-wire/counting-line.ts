import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that counts what passes: bytes up and down, heads of HTTP and frames of WebSocket among them. */
export interface CountingLine {
  url: string;
  up: number;
  down: number;
  close(): void;
}

/** Opens one before the server at `url`. */
export async function openCountingLine(url: string): Promise<CountingLine> {
  const target = new URL(url);
  const { hostname: host } = target;
  const port = Number(target.port);
  const sockets = new Set<Socket>();
  const line: CountingLine = { url: '', up: 0, down: 0, close: () => {} };
  const server = createServer((near) => {
    const far = connect({ host, port, noDelay: true });
    sockets.add(near).add(far);
    near.on('data', (chunk: Buffer) => {
      line.up += chunk.length;
      far.write(chunk);
    });
    far.on('data', (chunk: Buffer) => {
      line.down += chunk.length;
      near.write(chunk);
    });
    const end = () => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.on('close', end).on('error', end);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  target.port = String(typeof address === 'object' && address ? address.port : 0);
  line.url = target.href.replace(/\/$/, '');
  line.close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return line;
}
