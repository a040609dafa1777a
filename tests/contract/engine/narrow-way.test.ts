import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { startCentral } from '#tests/support/central.ts';
import { startEngine, temporaryFolder } from '#tests/support/engine.ts';

const MOST = 24 * 1024;
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** What stands before central and takes no body beyond `MOST` bytes, as servers in front of others do by themselves. */
async function narrow(to: string): Promise<{ url: string; refused(): number }> {
  let refused = 0;
  const server = createServer((asked, answer) => {
    const parts: Buffer[] = [];
    asked.on('data', (part: Buffer) => parts.push(part));
    asked.on('end', () => {
      const body = Buffer.concat(parts);
      if (body.length > MOST) {
        refused += 1;
        answer.writeHead(413, { 'content-type': 'text/html' }).end('<h1>413 Request Entity Too Large</h1>');
        return;
      }
      const { method = 'GET', headers, url = '' } = asked;
      const on = request(new URL(url, to), { method, headers }, (reply) => {
        answer.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(answer);
      });
      on.on('error', () => answer.destroy());
      answer.on('close', () => on.destroy());
      on.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, refused: () => refused };
}

it('what waits arrives also where the way to central takes small bodies only', async () => {
  const central = await startCentral();
  ends.push(() => central.stop());
  const way = await narrow(central.url);
  const { folder, remove } = await temporaryFolder();
  ends.push(remove);
  const desk = await startEngine(folder, { central: { ...central, url: way.url } });
  ends.push(() => desk.stop());
  await desk.until('link.watch', {}, ({ link }) => link === 'live');
  const { cases } = await desk.commit({ kind: 'report', text: 'Pekerja maut di Klang', source: 'hotline', victims: 1 });
  await desk.until('link.watch', {}, ({ link, waiting }) => link === 'live' && waiting === 0);
  desk.engine.setCentral({ ...central, url: 'http://127.0.0.1:9' });
  for (let index = 0; index < 40; index++)
    await desk.commit({ kind: 'note', cases, text: `${index} ${'a long talk with the family '.repeat(40)}` });
  desk.engine.setCentral({ ...central, url: way.url });
  await desk.until('link.watch', {}, ({ link, waiting }) => link === 'live' && waiting === 0, 30_000);
  expect(way.refused()).toBeGreaterThan(0);
});
