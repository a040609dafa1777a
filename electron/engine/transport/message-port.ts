import type { FramePort, ReplyFrame } from '#shared/contract/carrier.ts';

/** The part of a MessagePort of the shell (or of Node) that is used. */
export interface PortLike {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
}

/** A window's port as the engine's end of the carrier. */
export function framesOverPort(port: PortLike): FramePort<unknown, ReplyFrame> {
  let open = true;
  return {
    send(frame) {
      if (open) port.postMessage(frame);
    },
    listen(on) {
      port.on('message', (event) => on.frame(event.data));
      port.on('close', () => {
        open = false;
        on.closed();
      });
      port.start();
    },
    close() {
      if (!open) return;
      open = false;
      port.close();
    },
  };
}
