import { createHmac } from 'node:crypto';
import { type Channel, Undelivered } from './channel.ts';

/** Where messages are posted to, and the secret both sides know. */
export interface WebhookSettings {
  url: string;
  secret: string;
}

const TIMEOUT_MS = 15_000;
/** Answers that may be others later: too early, too many, and those of a receiver in trouble. */
const PASSING = new Set([408, 409, 425, 429]);

/** What proves that a body is ours and when it was sent: HMAC-SHA-256 over `seconds.body`, in hex. */
export function signBody(secret: string, seconds: number, body: string): string {
  return createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
}

/**
 * Messages as JSON by POST, one place for all. Signed in `prihatin-signature: t=SECONDS,v1=HEX`; `idempotency-key` is the
 * message's identity. Never follows a redirect.
 * @param clock ms since 1970
 */
export function createWebhook({ url, secret }: WebhookSettings, clock: () => number): Channel {
  return {
    name: 'webhook',
    personal: false,
    async deliver({ id, subject, text, data }) {
      const body = JSON.stringify({ id, subject, text, ...data });
      const seconds = Math.floor(clock() / 1000);
      const headers = {
        'content-type': 'application/json',
        'idempotency-key': id,
        'prihatin-signature': `t=${seconds},v1=${signBody(secret, seconds, body)}`,
      };
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const reply = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal }).catch(
        (error: Error) => {
          throw new Undelivered(error.name === 'TimeoutError' ? 'timeout' : 'unreachable', false);
        },
      );
      await reply.body?.cancel();
      if (reply.ok) return;
      throw new Undelivered(`http-${reply.status}`, reply.status < 500 && !PASSING.has(reply.status));
    },
    close: () => undefined,
  };
}
