import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Who may talk to the host: pages it served itself, opened with the address it printed. */
export interface Gate {
  /** The request names this host, not a foreign name that was pointed at it. */
  knownHost(request: IncomingMessage): boolean;
  /** It also comes from a page of ours and carries this run's token. */
  open(request: IncomingMessage, url: URL): boolean;
}

/** @param port where the host answers @param token this run's own, as printed */
export function createGate(port: () => number, token: string): Gate {
  const hosts = () => [`127.0.0.1:${port()}`, `localhost:${port()}`];
  const knownHost = (request: IncomingMessage) => hosts().includes(request.headers.host ?? '');
  const sameToken = (given: string) => {
    const [a, b] = [Buffer.from(given), Buffer.from(token)];
    return a.length === b.length && timingSafeEqual(a, b);
  };
  return {
    knownHost,
    open: (request, url) =>
      knownHost(request) &&
      hosts().some((host) => request.headers.origin === `http://${host}`) &&
      sameToken(url.searchParams.get('token') ?? ''),
  };
}
