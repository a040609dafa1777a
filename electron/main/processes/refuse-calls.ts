import type { FramePort } from '#shared/contract/carrier.ts';
import { type ReplyFrame, requestFrameSchema } from '#shared/contract/carrier.ts';
import type { Failure } from '#shared/contract/ipc.ts';

/** Answers every call and stream of a window with one failure: what a window gets when its engine could not start. */
export function refuseCalls(port: FramePort<unknown, ReplyFrame>, failure: Failure): void {
  port.listen({
    frame: (raw) => {
      const frame = requestFrameSchema.safeParse(raw).data;
      if (frame?.t === 'call') port.send({ t: 'result', id: frame.id, ok: false, failure });
      else if (frame?.t === 'open') port.send({ t: 'end', id: frame.id, failure });
    },
    closed: () => {},
  });
}
