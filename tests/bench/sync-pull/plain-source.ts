// The cheapest source of the same thing: pages of 2,000 ready rows of about 1 KB over HTTP.
import { createServer } from 'node:http';
import { CASE_COLUMNS } from './case-columns.ts';

const count = Number(process.argv[2] ?? 0);
const PAGE = 2_000;
const words = 'tapak pembinaan Nilai Negeri Sembilan ';

const pages: string[] = [];
for (let from = 0; from < count; from += PAGE) {
  const rows = [];
  for (let i = from; i < Math.min(from + PAGE, count); i++) {
    rows.push(CASE_COLUMNS.map((_, column) => (column === 0 ? `case-${i}` : column % 3 === 0 ? i * column : words)));
  }
  pages.push(JSON.stringify(rows));
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
