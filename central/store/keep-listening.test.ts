import { createServer, type Server, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { keepListening } from './keep-listening.ts';

/** A message of PostgreSQL's protocol: its letter, its length, its body. */
function message(letter: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(letter), length, body]);
}
const READY = message('Z', Buffer.from('I'));
const WELCOME = Buffer.concat([message('R', Buffer.alloc(4)), READY]);
const DONE = Buffer.concat([message('C', Buffer.from('LISTEN\0')), READY]);
const notice = (payload: string) => message('A', Buffer.concat([Buffer.alloc(4), Buffer.from(`news\0${payload}\0`)]));

/** Takes connections at a port as a database that knows nothing but LISTEN. */
async function serve(port: number): Promise<{ server: Server; port: number; lines: Socket[] }> {
  const lines: Socket[] = [];
  const server = createServer((socket) => {
    let started = false;
    socket.on('error', () => {});
    socket.on('data', (data) => {
      if (!started) socket.write(WELCOME);
      else if (data[0] === 'Q'.charCodeAt(0)) {
        socket.write(DONE);
        lines.push(socket);
      }
      started = true;
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const at = server.address();
  return { server, port: typeof at === 'object' && at !== null ? at.port : 0, lines };
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !holds(); tries++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
}

it('hears again after a database that was away for longer than one try, and no more once closed', async () => {
  const first = await serve(0);
  const heard: string[] = [];
  let errors = 0;
  const url = `postgres://somebody@127.0.0.1:${first.port}/central`;
  const listening = await keepListening(
    url,
    'news',
    (text) => heard.push(text),
    () => {
      errors++;
    },
    5,
  );
  await until(() => first.lines.length === 1);
  first.lines[0]?.write(notice('one'));
  await until(() => heard.length === 1);

  first.server.close();
  first.lines[0]?.destroy();
  // The break itself, and at least two tries that found nobody.
  await until(() => errors >= 3);
  const second = await serve(first.port);
  await until(() => second.lines.length === 1);
  second.lines[0]?.write(notice('two'));
  await until(() => heard.length === 2);
  expect(heard).toEqual(['one', 'two']);

  const ended = new Promise((resolve) => second.lines[0]?.once('close', resolve));
  second.lines[0]?.once('end', () => second.lines[0]?.end());
  await listening.close();
  await ended;
  expect(second.lines.length).toBe(1);
  await new Promise((resolve) => second.server.close(resolve));
});
