import { MessageChannel } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { memoryPair } from './memory-pair.ts';
import { framesOverPort, type PortLike } from './message-port.ts';
import { framesOverSocket } from './web-socket.ts';

const REPLY = { t: 'result', id: 1, ok: true, value: { zero: 0, no: false, nothing: '' } } as const;

/** Node's port hands over the value itself; the shell's wraps it as `{data}`. */
function likeTheShell(port: MessageChannel['port1']): PortLike {
  return {
    postMessage: (message) => port.postMessage(message),
    on: (event: 'message' | 'close', listener: (event: { data: unknown }) => void) =>
      port.on(event, (data: unknown) => listener({ data })),
    start: () => port.start(),
    close: () => port.close(),
  };
}

it('carries the same frames over a port, a socket and a pair, and tells of the end', async () => {
  const { port1, port2 } = new MessageChannel();
  const overPort = framesOverPort(likeTheShell(port1));
  const heard: unknown[] = [];
  let closed = 0;
  const on = { frame: (frame: unknown) => void heard.push(frame), closed: () => void closed++ };
  overPort.listen(on);
  const got: unknown[] = [];
  port2.on('message', (frame) => got.push(frame));
  port2.postMessage({ t: 'ready', id: 7 });
  overPort.send(REPLY);
  await expect.poll(() => [heard.length, got.length]).toEqual([1, 1]);
  port2.close();
  await expect.poll(() => closed).toBe(1);
  overPort.send(REPLY);

  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  server.on('connection', (socket) => {
    const frames = framesOverSocket(socket);
    frames.listen(on);
    frames.send(REPLY);
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  const page = new WebSocket(`ws://127.0.0.1:${port}`);
  page.on('message', (text) => got.push(JSON.parse(text.toString())));
  await new Promise((resolve) => page.once('open', resolve));
  page.send(JSON.stringify({ t: 'ready', id: 7 }));
  await expect.poll(() => [heard.length, got.length]).toEqual([2, 2]);
  page.send('not json');
  await expect.poll(() => closed).toBe(2);
  server.close();

  const [first, second] = memoryPair<unknown, unknown>();
  first.send({ t: 'ready', id: 7 });
  second.listen(on);
  first.listen({ frame: (frame) => void got.push(frame), closed: () => {} });
  second.send(REPLY);
  await expect.poll(() => [heard.length, got.length]).toEqual([3, 3]);
  first.close();
  await expect.poll(() => closed).toBe(3);
  expect(new Set(heard.map((frame) => JSON.stringify(frame))).size).toBe(1);
  expect(got.every((frame) => JSON.stringify(frame) === JSON.stringify(REPLY))).toBe(true);
});
