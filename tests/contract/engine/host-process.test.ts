import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { framesOverSocket } from '#engine/transport/web-socket.ts';
import type { FramePort, ReplyFrame, RequestFrame } from '#shared/contract/carrier.ts';
import { createCaller } from '#shared/contract/create-caller.ts';
import type { LinkStatus } from '#shared/contract/view/desk.ts';
import { replyValue, temporaryFolder } from '#tests/support/engine.ts';
import { buildHost } from '#tests/support/engine-script.ts';

let file: string;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let host: ChildProcess;

beforeAll(async () => {
  file = await buildHost();
});
beforeEach(async () => {
  place = await temporaryFolder();
});
afterEach(async () => {
  host.kill('SIGKILL');
  await place.remove();
});

/** Starts the host. @returns the one line it prints, or what it said on its way out */
async function start(...words: string[]): Promise<string> {
  host = spawn(process.execPath, [file, '--data', place.folder, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [host.stdout, host.stderr].flatMap((stream) =>
    stream ? [once(createInterface({ input: stream }), 'line')] : [],
  );
  return String((await Promise.race(said))[0]);
}

describe('the headless host', () => {
  it('prints one address, runs the embedded central, serves the engine to its page, and ends in order', async () => {
    const line = await start();
    expect(line).toMatch(/^open http:\/\/127\.0\.0\.1:\d+\/desk\.html\?token=[\w-]{32}$/);
    const page = new URL(line.slice('open '.length));
    const socket = new WebSocket(`ws://${page.host}/engine?role=desk&token=${page.searchParams.get('token')}`, {
      origin: page.origin,
    });
    await once(socket, 'open');
    const desk = createCaller('desk');
    desk.attach(framesOverSocket(socket) as unknown as FramePort<ReplyFrame, RequestFrame>);
    let status: LinkStatus | null = null;
    let rows = 0;
    desk.watch('link.watch', {}, (next) => {
      status = next;
    });
    desk.watch('rows.watch', {}, (message) => {
      rows = message.kind === 'picture' ? message.rows.length : rows + message.upserts.length;
    });
    await expect.poll(() => status, { timeout: 30_000 }).toMatchObject({ link: 'live', rejected: 0 });
    await expect.poll(() => rows, { timeout: 10_000 }).toBeGreaterThan(120);
    const session = replyValue(await desk.call('session.get', {}));
    expect(session).toMatchObject({ profile: 'demo', embedded: true, user: { role: 'coordinator' } });

    const files = readdirSync(place.folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    expect(files.some(({ name }) => name === 'engine.log')).toBe(true);
    const open = files.filter((one) => (statSync(join(one.parentPath, one.name)).mode & 0o077) !== 0);
    expect(open.map(({ name }) => name)).toEqual([]);

    const gone = once(host, 'exit');
    host.kill('SIGTERM');
    expect((await gone)[0]).toBe(0);
    await expect(fetch(`${session.centralUrl}/health/live`)).rejects.toThrow(/fetch failed/);
  }, 60_000);

  it('says in one line what is wrong', async () => {
    expect(await start('--profile', 'live')).toBe('a live console needs --central URL, or --embedded said aloud');
    await once(host, 'exit');
    const line = await start('--central', 'http://127.0.0.1:9');
    const first = host;
    const taken = new URL(line.slice('open '.length)).port;
    const other = await temporaryFolder();
    expect(await start('--data', other.folder, '--central', 'http://127.0.0.1:9', '--port', taken)).toMatch(
      /^that port is taken/,
    );
    await once(host, 'exit');
    expect(await start('--central', 'http://127.0.0.1:9')).toBe('another console already runs on this data folder');
    first.kill('SIGKILL');
    await other.remove();
  }, 60_000);
});
