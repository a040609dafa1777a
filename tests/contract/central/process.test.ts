import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DemoCredentials } from '#central/demo/demo-credentials.ts';
import type { IntakeReply } from '#shared/contract/api/intake.ts';
import type { LoginReply } from '#shared/contract/wire/sync.ts';
import { post } from '#tests/support/central-console.ts';
import { buildCentral, type CentralProcess, runCentral } from '#tests/support/central-process.ts';

let file = '';
const folder = mkdtempSync(join(tmpdir(), 'prihatin-central-process-'));
const running: CentralProcess[] = [];
const data = (name: string) => join(folder, name);
const run = (...words: string[]) => {
  const one = runCentral(file, words);
  running.push(one);
  return one;
};
const credentialsIn = (name: string) =>
  JSON.parse(readFileSync(join(data(name), 'demo-credentials.json'), 'utf8')) as DemoCredentials;

beforeAll(async () => {
  file = await buildCentral();
});
afterAll(() => {
  for (const { child } of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

it('says one line when it answers, keeps its credentials to its owner, and ends when told to', async () => {
  const central = run('--port', '0', '--data', data('plain'), '--sample', 'off', '--feed', 'off');
  const url = await central.ready();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  expect(statSync(join(data('plain'), 'demo-credentials.json')).mode & 0o777).toBe(0o600);
  const files = readdirSync(data('plain'));
  expect(files).toContain('central.log');
  expect(files.filter((name) => (statSync(join(data('plain'), name)).mode & 0o077) !== 0)).toEqual([]);
  const { users } = credentialsIn('plain');
  expect(users[0]).toMatchObject({ role: 'supervisor', scope: { kind: 'hq' } });
  central.child.kill('SIGTERM');
  expect(await central.ended).toBe(0);
  expect(central.stdout()).toBe(`ready ${url}\n`);
});

it('loses no answered report when it is killed at any moment', async () => {
  const first = run('--port', '0', '--data', data('killed'), '--sample', 'off', '--feed', 'off');
  const url = await first.ready();
  const { apiKey } = credentialsIn('killed');
  const answered: string[] = [];
  const send = async (n: number) => {
    const reply = await post<IntakeReply>(
      `${url}/v1/intake/reports`,
      { text: `Pekerja cedera ${n}` },
      { authorization: `Bearer ${apiKey}` },
    );
    answered.push(reply.body.accepted[0]?.incidentId ?? '');
  };
  const senders = Array.from({ length: 8 }, async (_, lane) => {
    for (let n = 0; ; n++) await send(lane * 1_000 + n);
  });
  const cut = Promise.allSettled(senders);
  while (answered.length < 150) await new Promise((resolve) => setTimeout(resolve, 5));
  first.child.kill('SIGKILL');
  await cut;
  await first.ended;

  const again = run('--port', '0', '--data', data('killed'), '--sample', 'off', '--feed', 'off');
  const next = await again.ready();
  const { users } = credentialsIn('killed');
  const { body } = await post<LoginReply>(`${next}/v1/auth/login`, {
    username: users[0]?.username,
    password: users[0]?.password,
    device: 'x',
  });
  const known = new Set<string>();
  for (let after: string | null = '0'; after !== null; ) {
    const reply = await fetch(`${next}/v1/incidents?limit=500&after=${after}`, {
      headers: { authorization: `Bearer ${body.accessToken}` },
    });
    const page = (await reply.json()) as { items: { id: string }[]; next: string | null };
    for (const { id } of page.items) known.add(id);
    after = page.next;
  }
  expect(answered.filter((id) => !known.has(id))).toEqual([]);
});

it('ends with whoever started it, when it was told to', async () => {
  const central = run('--port', '0', '--data', data('child'), '--feed', 'off', '--sample', 'off', '--with-parent');
  await central.ready();
  central.child.stdin?.end();
  expect(await central.ended).toBe(0);
});

it('gives a live central its first admin by a link that works once', async () => {
  const central = run('--port', '0', '--data', data('live'), '--profile', 'live');
  await central.ready();
  const link = /^Open once, within 24 hours, to make the first admin: (http:\S+)$/m.exec(central.stderr())?.[1] ?? '';
  const admin = { username: 'pentadbir', name: 'Pentadbir', password: 'dua-belas-aksara' };
  expect(await post(link, { ...admin, password: 'short' })).toMatchObject({ status: 400, body: { field: 'password' } });
  expect(await post(link, admin)).toMatchObject({ status: 201, body: { role: 'admin' } });
  expect(await post(link, admin)).toMatchObject({ status: 404, body: { code: 'link-used' } });
  const url = new URL(link).origin;
  expect(
    (await post(`${url}/v1/auth/login`, { username: 'pentadbir', password: admin.password, device: 'x' })).status,
  ).toBe(200);
  expect((await post(`${url}/v1/auth/login`, { username: 'penyelia', password: 'x', device: 'x' })).status).toBe(401);
});

it('opens that link in a browser: a page in both languages that loads nothing, used once', async () => {
  const central = run('--port', '0', '--data', data('page'), '--profile', 'live');
  await central.ready();
  const link = /to make the first admin: (http:\S+)$/m.exec(central.stderr())?.[1] ?? '';
  const show = async (path: string, init: RequestInit = {}) => {
    const reply = await fetch(path, init);
    expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(reply.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    const text = await reply.text();
    expect(text).not.toMatch(/<script|<link|src=|⟦/);
    return { status: reply.status, text };
  };
  const send = (fields: Record<string, string>, lang = 'en') =>
    show(`${link}?lang=${lang}`, { method: 'POST', body: new URLSearchParams(fields) });
  const page = await show(link, { headers: { 'accept-language': 'en-GB' } });
  expect(page).toMatchObject({ status: 200, text: expect.stringContaining('<h1>First admin</h1>') });
  expect((await show(`${link}?lang=ms`)).text).toContain('<html lang="ms">');
  const admin = { username: '"><b>siti', name: 'Siti', password: 'dua-belas-aksara' };
  const short = await send({ ...admin, password: 'pendek' }, 'ms');
  expect(short).toMatchObject({ status: 400, text: expect.stringContaining('Kata laluan: taip 12') });
  expect(short.text).toContain('value="&#34;&#62;&#60;b&#62;siti"');
  expect(await send(admin)).toMatchObject({ status: 201, text: expect.stringContaining('The admin is made') });
  expect(await send(admin)).toMatchObject({ status: 404, text: expect.stringContaining('not good any more') });
  expect((await show(link)).status).toBe(404);
  const reply = await post(`${new URL(link).origin}/v1/auth/login`, {
    username: admin.username,
    password: admin.password,
    device: 'x',
  });
  expect(reply.status).toBe(200);
});

it('S-16: refuses in one clear line: the other profile’s data, a taken port, an unknown flag', async () => {
  const central = run('--port', '0', '--data', data('one'), '--sample', 'off', '--feed', 'off');
  const { port } = new URL(await central.ready());
  const refused = async (...words: string[]) => {
    const one = run(...words);
    expect(await one.ended).toBe(1);
    expect(one.stdout()).toBe('');
    return one.stderr();
  };
  expect(await refused('--port', '0', '--data', data('one'), '--profile', 'live')).toMatch(
    /^central: this data belongs to a demo central.*\n$/,
  );
  expect(await refused('--port', port, '--data', data('two'), '--sample', 'off')).toMatch(
    /^central: this port is taken.*\n$/,
  );
  expect(await refused('--prot', '0')).toMatch(/^central: .*--prot.*\n$/);
  expect(await refused('--database', 'mysql://x')).toMatch(/^central: --database: give postgres.*\n$/);
});
