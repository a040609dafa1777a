import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type PageServer, servePages } from './serve-pages.ts';
import { createShellCalls } from './shell-calls.ts';

let folder: string;
let pages: PageServer;
const roles: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prihatin-pages-'));
  writeFileSync(join(folder, 'desk.html'), '<!doctype html>');
  pages = await servePages({
    engine: {
      attach: (_port, { role }) => {
        roles.push(role);
        return () => {};
      },
    },
    shell: createShellCalls('1.2.3', 'Node'),
    folder,
    port: 0,
    token: 'secret',
    newId: () => 'w',
  });
});
afterAll(async () => {
  await pages.close();
  rmSync(folder, { recursive: true });
});

/** The status of a request with any Host header. */
function status(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${pages.origin}${path}`, { headers, method }, (reply) =>
      resolve(reply.resume().statusCode ?? 0),
    );
    sent.on('error', reject);
    sent.end(method === 'POST' ? '{}' : undefined);
  });
}

/** "open", or the status that refused the socket. */
function socket(query: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve) => {
    const page = new WebSocket(`${pages.origin.replace('http', 'ws')}/engine?${query}`, { headers });
    page.on('open', () => {
      page.close();
      resolve('open');
    });
    page.on('error', (error) => resolve(error.message.replace(/\D/g, '')));
  });
}

describe('pages for a browser', () => {
  it('serves the built files under a policy without foreign or inline scripts', async () => {
    const reply = await fetch(`${pages.origin}/`);
    expect(reply.status).toBe(200);
    const policy = reply.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain(`connect-src 'self' ${pages.origin.replace('http', 'ws')};`);
    expect(await status('/..%2f..%2fetc/passwd')).toBe(404);
    expect(await status('/%00.html')).toBe(404);
    expect(await status('/desk.html', {}, 'PUT')).toBe(405);
  });

  it('answers no other name that points here', async () => {
    expect(await status('/desk.html', { host: 'evil.example' })).toBe(403);
    expect(await status('/desk.html', { host: new URL(pages.origin).host })).toBe(200);
  });

  it('lets only its own pages with this run’s token to the engine and the shell', async () => {
    const { origin, host } = { origin: pages.origin, host: new URL(pages.origin).host };
    expect(await socket('role=desk&token=secret', { origin })).toBe('open');
    expect(await socket('role=desk&token=secret', { origin: 'http://evil.example' })).toBe('403');
    expect(await socket('role=desk&token=secret', {})).toBe('403');
    expect(await socket('role=desk&token=secrex', { origin })).toBe('403');
    expect(await socket('role=desk', { origin })).toBe('403');
    expect(await socket('role=admin&token=secret', { origin })).toBe('403');
    expect(await socket('role=desk&token=secret', { origin, host: 'evil.example' })).toBe('403');
    expect(roles).toEqual(['desk']);
    expect(await status('/shell/about.get?token=secret', { origin, host }, 'POST')).toBe(200);
    expect(await status('/shell/about.get', { origin, host }, 'POST')).toBe(403);
    expect(await status('/shell/no-such?token=secret', { origin, host }, 'POST')).toBe(400);
  });
});
