import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A letter as it came over the wire. */
export interface Letter {
  from: string;
  to: string;
  messageId: string;
  subject: string;
  text: string;
}

/** A mail server of a test's own, in this process, on a free port. */
export interface MailPeer {
  url: string;
  letters: Letter[];
  /** Told each letter once it is taken, before the sender hears so. */
  onLetter(told: (letter: Letter) => void): void;
  /** How recipients are answered from here on: 250 or an error code. */
  answer(code: number): void;
  stop(): Promise<void>;
}

/** Starts it. */
export async function startMailPeer(): Promise<MailPeer> {
  const letters: Letter[] = [];
  let told: (letter: Letter) => void = () => undefined;
  let code = 250;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      done(code === 250 ? undefined : Object.assign(new Error('refused'), { responseCode: code }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const raw = Buffer.concat(chunks).toString('utf8');
        const letter = {
          from: mailFrom === false ? '' : (mailFrom?.address ?? ''),
          to: rcptTo.map(({ address }) => address).join(','),
          ...readLetter(raw),
        };
        letters.push(letter);
        told(letter);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    onLetter(next) {
      told = next;
    },
    answer(next) {
      code = next;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function readLetter(raw: string): Pick<Letter, 'messageId' | 'subject' | 'text'> {
  const [head = '', ...body] = raw.replaceAll('\r\n', '\n').split('\n\n');
  const lines = head.replaceAll(/\n[ \t]+/g, ' ').split('\n');
  const field = (name: string) =>
    lines.find((line) => line.toLowerCase().startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
  const text = body.join('\n\n');
  const coding = field('content-transfer-encoding');
  const plain =
    coding === 'base64' ? Buffer.from(text, 'base64').toString() : coding === 'quoted-printable' ? quoted(text) : text;
  return { messageId: field('message-id'), subject: field('subject'), text: plain };
}

function quoted(text: string): string {
  const bytes = text
    .replaceAll(/=\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
