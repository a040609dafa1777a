import type { EngineBridge, FramePort, ReplyFrame, RequestFrame } from '#shared/contract/carrier.ts';
import { createCaller } from '#shared/contract/create-caller.ts';
import type { WindowRole } from '#shared/contract/ipc.ts';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;

/**
 * The engine over a WebSocket at `/engine` of the page's own origin, joined again after a loss with growing waits.
 * @param page its `token`, if any, is passed along. @param open makes the socket.
 */
export function connectBySocket(role: WindowRole, page: URL, open: (url: URL) => WebSocket): EngineBridge {
  const caller = createCaller(role);
  const url = engineUrl(role, page);
  let wait = FIRST_WAIT_MS;
  const connect = () => {
    const socket = open(url);
    socket.addEventListener('open', () => {
      wait = FIRST_WAIT_MS;
      caller.attach(framePort(socket));
    });
    socket.addEventListener('close', () => {
      setTimeout(connect, wait);
      wait = nextWait(wait);
    });
  };
  connect();
  return caller;
}

/** ms to wait after the next failure. */
export function nextWait(wait: number): number {
  return Math.min(wait * 2, LONGEST_WAIT_MS);
}

/** Where the engine of a page answers. */
export function engineUrl(role: WindowRole, page: URL): URL {
  const url = new URL('/engine', page);
  url.protocol = page.protocol === 'https:' ? 'wss:' : 'ws:';
  url.searchParams.set('role', role);
  const token = page.searchParams.get('token');
  if (token !== null) url.searchParams.set('token', token);
  return url;
}

function framePort(socket: WebSocket): FramePort<ReplyFrame, RequestFrame> {
  return {
    send: (frame) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
    },
    listen(on) {
      socket.addEventListener('message', (event) => on.frame(JSON.parse(String(event.data)) as ReplyFrame));
      socket.addEventListener('close', () => on.closed());
    },
    close: () => socket.close(),
  };
}
