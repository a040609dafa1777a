import { createTransport } from 'nodemailer';
import { type Channel, Undelivered } from './channel.ts';

/** How mail goes out. `url`: smtp://user:password@host:port or smtps://… */
export interface MailSettings {
  url: string;
  from: string;
}

/** Hosts on this computer need no TLS: nobody is between. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** Mail by SMTP: TLS always, except on this computer; the message's identity is its Message-ID. */
export function createMail({ url, from }: MailSettings): Channel {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const near = isLoopback(hostname);
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !near,
    ignoreTLS: !secure && near,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const home = /@([^>]+)>?$/.exec(from)?.[1]?.trim() ?? 'prihatin';
  return {
    name: 'mail',
    personal: true,
    async deliver({ id, subject, text }, to) {
      if (to === null) throw new Undelivered('nobody', false);
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@${home}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        throw undelivered(error);
      }
    },
    close: () => transport.close(),
  };
}

/** A refusal for good is an answer of 5xx to the message or its address; all else may pass. */
function undelivered(error: unknown): Undelivered {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  const refused = responseCode !== undefined && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  return new Undelivered(responseCode === undefined ? (code ?? 'unknown') : `smtp-${responseCode}`, refused);
}
