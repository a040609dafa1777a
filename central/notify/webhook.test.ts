import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readNotifySettings } from './notify-settings.ts';
import { createWebhook, signBody } from './webhook.ts';

const secret = 'a secret of both sides';
const message = { id: 'm-1', subject: 'A case', text: 'Look at it', data: { percent: 50 } };
let got: { headers: Record<string, unknown>; body: string }[] = [];
let status = 204;
let server: Server;
let url = '';

beforeEach(async () => {
  got = [];
  status = 204;
  server = createServer((request, reply) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      reply.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const hook = () => createWebhook({ url, secret }, () => 1_700_000_000_500);

describe('a webhook', () => {
  it('posts a message signed, with its identity', async () => {
    await hook().deliver(message, null);
    const [{ headers, body } = { headers: {}, body: '' }] = got;
    expect(JSON.parse(body)).toEqual({ id: 'm-1', subject: 'A case', text: 'Look at it', percent: 50 });
    expect(headers['idempotency-key']).toBe('m-1');
    expect(headers['prihatin-signature']).toBe(`t=1700000000,v1=${signBody(secret, 1_700_000_000, body)}`);
    expect(signBody(secret, 1, 'x')).not.toBe(signBody(`${secret}!`, 1, 'x'));
    expect(signBody(secret, 1, 'x')).not.toBe(signBody(secret, 2, 'x'));
  });

  it.each([
    [503, false],
    [429, false],
    [400, true],
    [302, true],
  ])('says of an answer %i whether trying again helps', async (code, final) => {
    status = code;
    await expect(hook().deliver(message, null)).rejects.toMatchObject({ code: `http-${code}`, final });
    expect(got).toHaveLength(1);
  });

  it('says that nobody answers', async () => {
    const gone = createWebhook({ url: 'http://127.0.0.1:1/', secret }, () => 0);
    await expect(gone.deliver(message, null)).rejects.toMatchObject({ code: 'unreachable', final: false });
  });
});

describe('settings', () => {
  const none = { smtp: undefined, smtpFrom: undefined, webhook: undefined, lang: undefined, link: undefined };
  const read =
    (words: object, env = {}) =>
    () =>
      readNotifySettings({ ...none, ...words }, env, () => 0);

  it('send nothing unless told where', () => {
    expect(read({})()).toBeUndefined();
    expect(read({ lang: 'en', link: 'https://x/' }, { PRIHATIN_WEBHOOK_SECRET: secret })()).toBeUndefined();
  });

  it('take secrets from the environment alone, and no open line beyond this computer', () => {
    expect(read({ webhook: url }, { PRIHATIN_WEBHOOK_SECRET: secret })()?.channels).toHaveLength(1);
    expect(read({ webhook: url })).toThrow('PRIHATIN_WEBHOOK_SECRET');
    expect(read({ webhook: 'http://example.my/' }, { PRIHATIN_WEBHOOK_SECRET: secret })).toThrow('https');
    expect(read({ smtp: 'smtp://me:secret@host', smtpFrom: 'a@b.my' })).toThrow('PRIHATIN_SMTP_PASSWORD');
    expect(read({ smtp: 'smtp://host' })).toThrow('--smtp-from');
    expect(read({ lang: 'fr' })).toThrow('--notify-lang');
  });
});
