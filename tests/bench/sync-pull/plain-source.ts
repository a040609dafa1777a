// The cheapest source of the same thing: pages of 2,000 ready rows of about 1 KB over HTTP.
import { createServer } from 'node:http';
import { readyCases } from '../plain/ready-cases.ts';

const count = Number(process.argv[2] ?? 0);
const PAGE = 2_000;
const pages: string[] = [];
for (let from = 0; from < count; from += PAGE) {
  pages.push(JSON.stringify(readyCases(from, Math.min(PAGE, count - from))));
}

const source = createServer((request, response) => {
  const page = pages[Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('page'))];
  response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'application/json' });
  response.end(page ?? '');
});
source.listen(0, '127.0.0.1', () => {
  const address = source.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}`, pages: pages.length })}\n`);
});
process.on('SIGTERM', () => process.exit(0));
