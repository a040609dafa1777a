// The limit's central: keeps rows and small changes durably in one table and hands the changes on, in order.
import { createServer, type IncomingMessage } from 'node:http';
import { type Change, openPlainTable } from './plain-table.ts';
import { type Cell, readyCases } from './ready-cases.ts';

const [file = '', count = '0'] = process.argv.slice(2);
const table = await openPlainTable(file);
for (let from = 0; from < Number(count); from += 2_000)
  await table.insert(readyCases(from, Math.min(2_000, Number(count) - from)));
let head = 0;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function answer(request: IncomingMessage): Promise<unknown> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/rows') {
    const rows = JSON.parse(await bodyOf(request)) as Cell[][];
    await table.insert(rows);
    return { kept: rows.length };
  }
  if (url.pathname === '/changes' && request.method === 'POST') {
    const changes = (JSON.parse(await bodyOf(request)) as [string, string][]).map(
      ([id, value]): Change => [id, value, ++head],
    );
    await table.update(changes, true);
    return { kept: changes.length, head };
  }
  const after = Number(url.searchParams.get('after') ?? 0);
  const list = await table.all<{ id: string; value: string; seq: number }>(
    'SELECT id, value, seq FROM change WHERE seq > ? ORDER BY seq LIMIT 2000',
    [after],
  );
  return { head, changes: list.map(({ id, value, seq }): Change => [id, value, seq]) };
}

const source = createServer((request, response) => {
  void answer(request).then((reply) => {
    const text = JSON.stringify(reply);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    response.end(text);
  });
});
source.listen(0, '127.0.0.1', () => {
  const address = source.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
});
process.on('SIGTERM', () => process.exit(0));
