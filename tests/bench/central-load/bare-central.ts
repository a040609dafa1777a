// The limit: takes the same pushes over HTTP, keeps their events durably in one table, answers, and rings 200 listeners.
// `group` commits what waits together, `single` gives every request a transaction of its own.
import { createServer, type ServerResponse } from 'node:http';
import { openTable, type Rows } from './bare-table.ts';

const [kind = '', target = '', mode = 'group'] = process.argv.slice(2);
const table = await openTable(kind === 'postgres' ? 'postgres' : 'sqlite', target);
const listeners = new Set<ServerResponse>();
let head = 0;
let waiting: { rows: Rows; done(): void }[] = [];
let running = false;

async function commitWaiting(): Promise<void> {
  running = true;
  while (waiting.length > 0) {
    const batch = waiting;
    waiting = [];
    await table.insert(batch.flatMap(({ rows }) => rows));
    for (const { done } of batch) done();
  }
  running = false;
}

async function keep(rows: Rows): Promise<void> {
  if (mode === 'single') return table.insert(rows);
  await new Promise<void>((done) => {
    waiting.push({ rows, done });
    if (!running) void Promise.resolve().then(() => (running ? undefined : commitWaiting()));
  });
}

const server = createServer((request, response) => {
  const asked = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'GET' && asked.pathname === '/after') {
    void table.after(Number(asked.searchParams.get('seq'))).then((bodies) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(`{"head":${head},"events":[${bodies.join(',')}]}`);
    });
    return;
  }
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('event: head\ndata: {"head":0}\n\n');
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { events } = JSON.parse(Buffer.concat(chunks).toString()) as { events: { id: string }[] };
    const rows: Rows = events.map((event) => [++head, event.id, JSON.stringify(event)]);
    void keep(rows).then(() => {
      const text = JSON.stringify({ accepted: rows.map(([seq, id]) => ({ id, seq })), rejected: [] });
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
      response.end(text);
      for (const listener of listeners) listener.write(`event: head\ndata: {"head":${head}}\n\n`);
    });
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
});
process.on('SIGTERM', () => process.exit(0));
