import type { ServerResponse } from 'node:http';
import { Socket } from 'node:net';

/** A reader that takes nothing for so long is gone for us; a console comes back by itself and goes on where it stood. */
const STUCK_MS = 60_000;

/**
 * Ends a long answer whose reader does not take it. Only for answers that write something at least every few seconds
 * while they are read: silence of `ms` is then the reader's.
 */
export function dropWhenStuck(out: ServerResponse, ms = STUCK_MS): void {
  const { socket } = out;
  // An answer within this process has none.
  if (!(socket instanceof Socket)) return;
  // Without a listener of its own, Node ends a connection that runs into its timeout.
  socket.setTimeout(ms);
  out.once('finish', () => socket.setTimeout(0));
}
