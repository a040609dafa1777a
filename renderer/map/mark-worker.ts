import { createMarkService, type MarkOrder } from './mark-service.ts';

const serve = createMarkService((message, transfer) =>
  self.postMessage(message, { transfer: transfer as ArrayBuffer[] }),
);
self.onmessage = ({ data }: MessageEvent<MarkOrder>) => serve(data);
