import type { FramePort, ReplyFrame } from '#shared/contract/carrier.ts';

/** The part of a `ws` socket that is used. */
export interface SocketLike {
  send(text: string): void;
  on(event: 'message', listener: (data: { toString(): string }, isBinary: boolean) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(code?: number): void;
  readonly readyState: number;
}

const OPEN = 1;

/** A browser's socket as the engine's end of the carrier: one JSON frame a message. What is not JSON closes it. */
export function framesOverSocket(socket: SocketLike): FramePort<unknown, ReplyFrame> {
  return {
    send(frame) {
      if (socket.readyState === OPEN) socket.send(JSON.stringify(frame));
    },
    listen(on) {
      socket.on('message', (data, isBinary) => {
        const frame = isBinary ? undefined : parse(data.toString());
        if (frame === undefined) socket.close(1003);
        else on.frame(frame);
      });
      socket.on('close', () => on.closed());
      // A broken line ends in `close`, which is heard above.
      socket.on('error', () => {});
    },
    close: () => socket.close(1000),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
