import type { FramePort } from '#shared/contract/carrier.ts';

/** Two joined ends in one process. Frames are copied as JSON, so neither end sees the other's objects. */
export function memoryPair<A, B>(): [FramePort<A, B>, FramePort<B, A>] {
  const toFirst = newEnd<A>();
  const toSecond = newEnd<B>();
  const close = () => {
    toFirst.close();
    toSecond.close();
  };
  return [
    { send: (frame) => toSecond.put(frame), listen: (on) => toFirst.listen(on), close },
    { send: (frame) => toFirst.put(frame), listen: (on) => toSecond.listen(on), close },
  ];
}

interface Listener<T> {
  frame: (frame: T) => void;
  closed: () => void;
}

/** Frames on their way to one end; those that come before it listens wait. */
function newEnd<T>() {
  let listener: Listener<T> | null = null;
  let closed = false;
  const waiting: T[] = [];
  return {
    put(frame: T) {
      if (closed) return;
      const copy = JSON.parse(JSON.stringify(frame)) as T;
      queueMicrotask(() => {
        if (closed) return;
        if (listener) listener.frame(copy);
        else waiting.push(copy);
      });
    },
    listen(on: Listener<T>) {
      listener = on;
      for (const frame of waiting.splice(0)) on.frame(frame);
    },
    close() {
      if (closed) return;
      closed = true;
      const last = listener;
      queueMicrotask(() => last?.closed());
    },
  };
}
