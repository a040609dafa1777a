import { createMail, isLoopback } from './mail.ts';
import type { NotifyOptions } from './start-notify.ts';
import { createWebhook } from './webhook.ts';

/** The flags about messages, as they were given. */
export interface NotifyWords {
  smtp: string | undefined;
  smtpFrom: string | undefined;
  webhook: string | undefined;
  lang: string | undefined;
  link: string | undefined;
}

const SECRET_LENGTH = 16;

/**
 * What the flags and the environment make: without `--smtp` and `--webhook` nothing leaves the house. Secrets come by the
 * environment alone: PRIHATIN_SMTP_PASSWORD, PRIHATIN_WEBHOOK_SECRET.
 * @param clock ms since 1970
 * @throws Error in one line that says what is wrong and what would be right
 */
export function readNotifySettings(
  { smtp, smtpFrom, webhook, lang, link }: NotifyWords,
  env: Readonly<Record<string, string | undefined>>,
  clock: () => number,
): NotifyOptions | undefined {
  if (lang !== undefined && lang !== 'ms' && lang !== 'en') throw new Error(`--notify-lang ${lang}: give ms or en`);
  if (smtp === undefined && webhook === undefined) return undefined;
  const channels = [];
  if (smtp !== undefined) {
    const url = readUrl('--smtp', smtp, ['smtp:', 'smtps:'], 'smtp://user@host:587 or smtps://user@host:465');
    if (url.password !== '') throw new Error('--smtp: give the password by PRIHATIN_SMTP_PASSWORD, not in the address');
    if (smtpFrom === undefined || !/^[^\s@<>]+@[^\s@<>]+$/.test(smtpFrom))
      throw new Error('--smtp-from: give the address that messages come from, such as prihatin@example.my');
    url.password = encodeURIComponent(env.PRIHATIN_SMTP_PASSWORD ?? '');
    channels.push(createMail({ url: url.href, from: smtpFrom }));
  }
  if (webhook !== undefined) {
    const url = readUrl('--webhook', webhook, ['http:', 'https:'], 'https://host/path');
    if (url.protocol === 'http:' && !isLoopback(url.hostname))
      throw new Error('--webhook: give an https:// address; http:// only on this computer');
    const secret = env.PRIHATIN_WEBHOOK_SECRET ?? '';
    if (secret.length < SECRET_LENGTH)
      throw new Error(`PRIHATIN_WEBHOOK_SECRET: give at least ${SECRET_LENGTH} letters that the receiver knows too`);
    channels.push(createWebhook({ url: url.href, secret }, clock));
  }
  return { channels, lang: lang ?? 'ms', link: link ?? null };
}

function readUrl(flag: string, text: string, protocols: readonly string[], example: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !protocols.includes(url.protocol) || url.hostname === '')
    throw new Error(`${flag}: give an address such as ${example}`);
  return url;
}
