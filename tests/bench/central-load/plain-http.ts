import { connect, type Socket } from 'node:net';

/** A kept-open HTTP/1.1 connection that costs the load as little as can be: whole requests in, whole replies out. */
export interface PlainHttp {
  /** Sends a ready request. @returns the body of the reply. @throws Error when the reply is not a 200. */
  send(request: Buffer): Promise<string>;
  end(): void;
}

const END_OF_HEAD = '\r\n\r\n';

/** Connects; one request at a time. */
export async function openHttp(url: string): Promise<PlainHttp> {
  const { hostname, port } = new URL(url);
  const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let got: Buffer = Buffer.alloc(0);
  let answer: ((body: string) => void) | null = null;
  let fail: ((error: Error) => void) | null = null;
  const failed = (error: Error) => fail?.(error);
  socket.on('error', failed).on('close', () => failed(new Error('the connection was closed')));
  socket.on('data', (chunk: Buffer) => {
    got = got.length === 0 ? chunk : Buffer.concat([got, chunk]);
    const headEnd = got.indexOf(END_OF_HEAD);
    if (headEnd < 0) return;
    const head = got.toString('latin1', 0, headEnd);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) return failed(new Error(`a reply without a length: ${head}`));
    const from = headEnd + END_OF_HEAD.length;
    if (got.length < from + length) return;
    const body = got.toString('utf8', from, from + length);
    got = got.subarray(from + length);
    if (head.startsWith('HTTP/1.1 200')) answer?.(body);
    else failed(new Error(`${head.slice(0, 40)} ${body}`));
  });
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        answer = resolve;
        fail = reject;
        socket.write(request);
      }),
    end: () => socket.destroy(),
  };
}
