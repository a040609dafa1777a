import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '#tests/support/electron-app.ts';

/** A central that has nothing but an update feed. */
async function feed(version: string | null): Promise<{ url: string; asked: string[]; close(): void }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://feed').pathname;
    asked.push(path);
    if (path !== '/updates/latest-linux.yml' || version === null) response.writeHead(404).end();
    else {
      const name = `prihatin-console-${version}-amd64.deb`;
      const lines = [`version: ${version}`, 'files:', `  - url: ${name}`, '    sha512: eA==', '    size: 3'];
      response.end(
        `${[...lines, `path: ${name}`, 'sha512: eA==', "releaseDate: '2026-01-01T00:00:00.000Z'"].join('\n')}\n`,
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked, close: () => server.close() };
}

for (const [what, version, expected] of [
  ['a newer version', '99.0.0', { state: 'unsupported', version: '99.0.0', words: { key: 'update.by-hand' } }],
  ['no newer version', '0.0.1', { state: 'none', words: { key: 'update.none' } }],
  ['no feed', null, { state: 'none', words: { key: 'update.no-feed' } }],
] as const) {
  test(`central's feed is asked and ${what} is told`, async ({ launch }) => {
    const central = await feed(version);
    const { desk } = await launch({ flags: ['--central', central.url] });
    const answer = await desk.evaluate(() => window.prihatin.shell('update.check', {}));
    expect(answer).toMatchObject(expected);
    expect(central.asked).toContain('/updates/latest-linux.yml');
    central.close();
  });
}

test('a central that does not answer is told as such', async ({ launch }) => {
  const { desk } = await launch({ flags: ['--central', 'http://127.0.0.1:9'] });
  const answer = await desk.evaluate(() => window.prihatin.shell('update.check', {}));
  expect(answer).toMatchObject({ state: 'failed', words: { key: 'update.failed' } });
});
