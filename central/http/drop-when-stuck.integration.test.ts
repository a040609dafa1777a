import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { dropWhenStuck } from './drop-when-stuck.ts';

const STUCK_MS = 200;
let server: Server;
let socket: Socket;
afterEach(() => {
  socket.destroy();
  server.close();
});

/** Serves 32 MB in pieces as fast as they are taken. @returns resolves with whether all of it was taken, or it was cut */
function serve(): Promise<boolean> {
  return new Promise((resolve) => {
    server = createServer((_request, out) => {
      dropWhenStuck(out, STUCK_MS);
      let left = 32;
      const more = () => {
        while (left > 0 && out.write(Buffer.alloc(1_048_576))) left -= 1;
        if (left-- <= 0) out.end();
      };
      out.on('drain', more);
      out.on('close', () => resolve(out.writableFinished));
      more();
    }).listen(0, '127.0.0.1', () => {
      socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    });
  });
}

it('ends the answer to a reader that takes nothing', async () => {
  expect(await serve()).toBe(false);
});

it('lets a slow reader read on for as long as it takes', async () => {
  const served = serve();
  const began = Date.now();
  await new Promise((resolve) => setTimeout(resolve, 20));
  let taken = 0;
  socket.on('data', (chunk: Buffer) => {
    taken += chunk.length;
    socket.pause();
    setTimeout(() => socket.resume(), taken < 4_000_000 ? 10 : 0);
  });
  expect(await served).toBe(true);
  expect(Date.now() - began).toBeGreaterThan(STUCK_MS);
});
