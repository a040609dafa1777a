import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Engine } from '#engine/create-engine.ts';
import { framesOverSocket } from '#engine/transport/web-socket.ts';
import { isWindowRole } from '#shared/contract/serve-calls.ts';
import { pagePath } from '#shared/kit/page-path.ts';
import { createGate, type Gate } from './gate.ts';
import { pagePolicy } from './page-policy.ts';
import type { ShellAnswer } from './shell-calls.ts';

export interface PageServer {
  /** Such as http://127.0.0.1:41234 */
  origin: string;
  close(): Promise<void>;
}

export interface PageServerParts {
  engine: Pick<Engine, 'attach'>;
  shell(name: string, input: unknown): ShellAnswer;
  /** The built pages. */
  folder: string;
  /** 0: any free one. */
  port: number;
  /** This run's own secret; part of the printed address. */
  token: string;
  newId(): string;
}

/** Most a page may send in one frame or call, bytes. */
const LARGEST = 1_000_000;
const PING_MS = 30_000;

/**
 * Serves the screens to browsers of this computer: built pages, `POST /shell/NAME`, and the engine's contract over a
 * WebSocket at `/engine?role=desk|wall`. Only pages served here and opened with this run's token get beyond the files.
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function servePages(parts: PageServerParts): Promise<PageServer> {
  let port = 0;
  const gate = createGate(() => port, parts.token);
  const server = createServer((request, response) => {
    void answer(parts, gate, `http://127.0.0.1:${port}`, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST });
  server.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const role = url.searchParams.get('role');
    if (url.pathname !== '/engine' || !isWindowRole(role) || !gate.open(request, url)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (page) => {
      const end = parts.engine.attach(framesOverSocket(page), { role, window: parts.newId() });
      page.on('close', end);
      keepAlive(page);
    });
  });
  port = await listen(server, parts.port);
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        for (const page of sockets.clients) page.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** A page that sleeps without a goodbye is let go. */
function keepAlive(page: WebSocket): void {
  let heard = true;
  page.on('pong', () => {
    heard = true;
  });
  const timer = setInterval(() => {
    if (!heard) return page.terminate();
    heard = false;
    page.ping();
  }, PING_MS);
  page.on('close', () => clearInterval(timer));
}

async function answer(
  parts: PageServerParts,
  gate: Gate,
  origin: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', origin);
  const headers = {
    'content-security-policy': pagePolicy(origin),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
  const end = (status: number, type: string, body: string | Buffer) =>
    void response.writeHead(status, { ...headers, 'content-type': type }).end(body);
  if (!gate.knownHost(request)) return end(403, 'text/plain', 'not this host');
  if (request.method === 'POST' && url.pathname.startsWith('/shell/')) {
    if (!gate.open(request, url)) return end(403, 'text/plain', 'not allowed');
    const reply = parts.shell(url.pathname.slice('/shell/'.length), await readJson(request));
    return end(reply.ok ? 200 : 400, 'application/json', JSON.stringify(reply.ok ? reply.value : reply.failure));
  }
  if (request.method !== 'GET') return end(405, 'text/plain', 'only GET');
  const found = pagePath(url.pathname === '/' ? '/desk.html' : url.pathname);
  const body = found && (await readFile(join(parts.folder, found.path)).catch(() => null));
  if (!found || !body) return end(404, 'text/plain', 'not found');
  end(200, found.type, body);
}

/** The body as JSON; undefined when it is too large or no JSON, which no call's input accepts. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}
