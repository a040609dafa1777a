import type { MarkOrder, MarkReply } from './mark-service.ts';

/** Someone off the main thread who clusters. */
export interface MarkWorker {
  send(order: MarkOrder, handedOver: readonly ArrayBufferLike[]): void;
  end(): void;
}

/** Starts one. @param onFail it could not start or broke; nothing more will come of it. */
export type StartMarkWorker = (onReply: (reply: MarkReply) => void, onFail: () => void) => MarkWorker;

/** Starts one in a worker of its own. @throws where there are none. */
export const startMarkWorker: StartMarkWorker = (onReply, onFail) => {
  const worker = new Worker(new URL('./mark-worker.ts', import.meta.url), { type: 'module', name: 'marks' });
  worker.onmessage = ({ data }: MessageEvent<MarkReply>) => onReply(data);
  worker.onerror = onFail;
  worker.onmessageerror = onFail;
  return {
    send: (order, handedOver) => worker.postMessage(order, { transfer: [...handedOver] as ArrayBuffer[] }),
    end: () => worker.terminate(),
  };
};
