import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTileServer, type TileServer } from '#main/tiles/serve-tiles.ts';
import { openTilePeer, paperTile, type TilePeer } from '#tests/support/tile-peer.ts';

const HOUR_MS = 3_600_000;
let folder: string;
let peer: TilePeer;
let now: number;
let lines: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prihatin-tiles-'));
  peer = await openTilePeer();
  now = Date.UTC(2026, 10, 23);
  lines = [];
});
afterEach(async () => {
  await peer.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(limit = 10_000_000, url = peer.url): Promise<TileServer> {
  const log = (message: string, facts?: object) => void lines.push(`${message} ${JSON.stringify(facts)}`);
  const server = createTileServer({
    folder,
    limit,
    fetch,
    now: () => now,
    agent: 'prihatin-console/test',
    log: { error: log, info: log, debug: log },
  });
  await server.use({ url, credit: 'test', look: 'paper' });
  return server;
}

const kept = async (tiles: TileServer, n: number) => expect((await tiles.kept()).tiles).toBe(n);
const files = () =>
  readdirSync(folder).flatMap((own) => readdirSync(join(folder, own)).map((name) => join(folder, own, name)));

describe('tiles', () => {
  it('are asked for once while they are good, without cookies or referrer, by a console that names itself', async () => {
    const tiles = await open();
    const first = await tiles.tile('/tile/7/100/62');
    expect(first?.type).toBe('image/png');
    expect(Buffer.from(first?.body ?? [])).toEqual(paperTile(7, 100, 62));
    await kept(tiles, 1);
    now += HOUR_MS - 1;
    expect(await tiles.tile('/tile/7/100/62')).toMatchObject({ type: 'image/png' });
    expect(peer.asked.map(({ path }) => path)).toEqual(['/7/100/62.png']);
    const { headers } = peer.asked[0] ?? {};
    expect(headers?.['user-agent']).toBe('prihatin-console/test');
    expect([headers?.cookie, headers?.referer]).toEqual([undefined, undefined]);
  });

  it('asked for by two frames at once are fetched once', async () => {
    const tiles = await open();
    const both = await Promise.all([tiles.tile('/tile/7/100/62'), tiles.tile('/tile/7/100/62')]);
    expect(both.map((tile) => tile?.body.byteLength)).toEqual([both[0]?.body.byteLength, both[0]?.body.byteLength]);
    expect(peer.asked).toHaveLength(1);
  });

  it('are asked for anew when they are old, and the copy stands where the server says it holds', async () => {
    peer.headers = { 'cache-control': 'max-age=60', etag: '"a"' };
    const tiles = await open();
    await tiles.tile('/tile/7/100/62');
    await kept(tiles, 1);
    now += 61_000;
    peer.instead = (_path, response) => response.writeHead(304, { 'cache-control': 'max-age=60' }).end();
    expect((await tiles.tile('/tile/7/100/62'))?.body.byteLength).toBeGreaterThan(100);
    expect(peer.asked[1]?.headers['if-none-match']).toBe('"a"');
    now += 59_000;
    await tiles.tile('/tile/7/100/62');
    expect(peer.asked).toHaveLength(2);
  });

  it('are served from the disk without a network, in the next life too, however old; what was never seen is not there', async () => {
    const first = await open();
    await first.tile('/tile/7/100/62');
    await kept(first, 1);
    await peer.close();
    now += 100 * 24 * HOUR_MS;
    const next = await open();
    expect(Buffer.from((await next.tile('/tile/7/100/62'))?.body ?? [])).toEqual(paperTile(7, 100, 62));
    expect(await next.tile('/tile/7/100/63')).toBeNull();
    expect(lines.filter((line) => line.startsWith('no answer'))).toHaveLength(1);
    peer = await openTilePeer(Number(new URL(peer.origin).port));
    now += 16_000;
    expect(await next.tile('/tile/7/100/63')).not.toBeNull();
  });

  it('that were used longest ago give way when the limit is reached', async () => {
    const size = paperTile(9, 1, 1).byteLength;
    const tiles = await open(size * 4);
    for (const x of [1, 2, 3]) {
      await tiles.tile(`/tile/9/${x}/1`);
      await kept(tiles, x);
    }
    await tiles.tile('/tile/9/1/1');
    await tiles.tile('/tile/9/4/1');
    expect((await tiles.kept()).bytes).toBeLessThanOrEqual(size * 4);
    peer.asked.length = 0;
    await tiles.tile('/tile/9/1/1');
    expect(peer.asked).toHaveLength(0);
    await tiles.tile('/tile/9/2/1');
    expect(peer.asked).toHaveLength(1);
  });

  it('come from the host that was set alone: sent on within it they are followed, elsewhere they are refused', async () => {
    const other = await openTilePeer();
    const tiles = await open();
    peer.instead = (path, response) => response.writeHead(302, { location: `${other.origin}${path}` }).end();
    expect(await tiles.tile('/tile/7/100/62')).toBeNull();
    expect(other.asked).toHaveLength(0);
    expect((await tiles.kept()).tiles).toBe(0);
    peer.instead = (_path, response) => {
      peer.instead = null;
      response.writeHead(302, { location: '/7/1/1.png' }).end();
    };
    expect(Buffer.from((await tiles.tile('/tile/7/100/62'))?.body ?? [])).toEqual(paperTile(7, 1, 1));
    await other.close();
  });

  it.each<[string, number, string, Buffer]>([
    ['an error', 500, 'image/png', paperTile(1, 1, 1)],
    ['a page', 200, 'text/html', Buffer.from('<script>1</script>')],
    ['a page that is called a picture', 200, 'image/png', Buffer.from('<script>1</script>')],
    ['another picture than it says', 200, 'image/jpeg', paperTile(1, 1, 1)],
    ['a drawing that can hold scripts', 200, 'image/svg+xml', Buffer.from('<svg/>')],
    ['what is too large', 200, 'image/png', Buffer.concat([paperTile(1, 1, 1), Buffer.alloc(600_000)])],
    ['nothing', 200, 'image/png', Buffer.alloc(0)],
  ])('are never %s, which is not kept either', async (_what, status, type, body) => {
    const tiles = await open();
    peer.instead = (_path, response) => response.writeHead(status, { 'content-type': type }).end(body);
    expect(await tiles.tile('/tile/7/100/62')).toBeNull();
    expect((await tiles.kept()).tiles).toBe(0);
    peer.instead = null;
    expect(await tiles.tile('/tile/7/100/62')).not.toBeNull();
  });

  it('that must not be kept are not', async () => {
    peer.headers = { 'cache-control': 'no-store' };
    const tiles = await open();
    expect(await tiles.tile('/tile/7/100/62')).not.toBeNull();
    expect((await tiles.kept()).tiles).toBe(0);
  });

  it('that were damaged on the disk are fetched again', async () => {
    const first = await open();
    for (const x of [1, 2]) await first.tile(`/tile/7/${x}/62`);
    await kept(first, 2);
    const [a = '', b = ''] = files();
    truncateSync(a, 200);
    writeFileSync(b, 'not a tile');
    writeFileSync(`${a}.new`, 'half written');
    const next = await open();
    for (const x of [1, 2]) expect(await next.tile(`/tile/7/${x}/62`)).not.toBeNull();
    expect(peer.asked).toHaveLength(4);
    expect(files().filter((file) => file.endsWith('.new'))).toEqual([]);
  });

  it('are shown though the disk takes none, and kept once it does', async () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'no folder');
    const tiles = await open();
    expect(await tiles.tile('/tile/7/100/62')).toMatchObject({ type: 'image/png' });
    rmSync(folder);
    expect(await tiles.tile('/tile/7/100/62')).toMatchObject({ type: 'image/png' });
    await kept(tiles, 1);
  });

  it('of a source that is no longer used are deleted; without one there are none; a cleared cache fills again', async () => {
    const tiles = await open();
    await tiles.tile('/tile/7/100/62');
    await kept(tiles, 1);
    await tiles.clear();
    expect(files()).toEqual([]);
    await tiles.tile('/tile/7/100/62');
    await kept(tiles, 1);
    await tiles.use({ url: `${peer.origin}/other/{z}/{x}/{y}.png`, credit: '', look: 'paper' });
    expect((await tiles.kept()).tiles).toBe(0);
    await tiles.use(null);
    expect(readdirSync(folder)).toEqual([]);
    expect(await tiles.tile('/tile/7/100/62')).toBeNull();
    await tiles.use({ url: 'http://tiles.example/{z}/{x}/{y}.png', credit: '', look: 'paper' });
    expect(await tiles.tile('/tile/7/100/62')).toBeNull();
  });

  it('that wait their turn are not asked of a source that is no longer used', async () => {
    const tiles = await open();
    const held: (() => void)[] = [];
    peer.instead = (_path, response) => void held.push(() => response.writeHead(404).end());
    const asked = [1, 2, 3, 4, 5, 6, 7, 8].map((x) => tiles.tile(`/tile/7/${x}/62`));
    await expect.poll(() => held.length).toBe(6);
    await tiles.use(null);
    for (const end of held) end();
    // Of those that come now, had they been asked for.
    peer.instead = (_path, response) => response.writeHead(404).end();
    expect(await Promise.all(asked)).toEqual(asked.map(() => null));
    expect(peer.asked).toHaveLength(6);
  });

  it('have addresses of three numbers within the world', async () => {
    const tiles = await open();
    for (const path of ['/tile/7/128/0', '/tile/21/0/0', '/tile/7/1', '/tile/7/1/1/..', '/tile/-1/0/0', '/tile/a/b/c'])
      expect(await tiles.tile(path)).toBeNull();
    expect(peer.asked).toEqual([]);
  });
});
