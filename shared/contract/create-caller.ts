import type { EngineBridge, FramePort, Reply, ReplyFrame, RequestFrame } from './carrier.ts';
import { type CallName, callsFor, type Failure, type WindowRole } from './ipc.ts';

interface Waiting {
  settle(reply: Reply<unknown>): void;
  frame: RequestFrame;
}

interface Watching {
  name: CallName;
  input: unknown;
  on(message: unknown, text?: string): void;
  failed(failure: Failure): void;
}

/** A caller that outlives its port: `attach` gives it a new one after the engine or the link came back. */
export interface Caller extends EngineBridge {
  attach(port: FramePort<ReplyFrame, RequestFrame>): void;
}

/**
 * The window's side. Calls made while no port is attached wait for one. When a port is lost, queries and commands are
 * asked again on the next (commands carry an id and are safe to repeat) and streams open again with a fresh picture.
 * @param unpack false where messages that came as text go on as text, as the second argument of `on`
 */
export function createCaller(role: WindowRole, unpack = true): Caller {
  const allowed = new Set(callsFor(role));
  const waiting = new Map<number, Waiting>();
  const watching = new Map<number, Watching>();
  let port: FramePort<ReplyFrame, RequestFrame> | null = null;
  let nextId = 1;

  const denied = (name: string): Failure | null =>
    allowed.has(name as CallName) ? null : { code: 'not-allowed', message: { key: 'failure.not-allowed' } };

  function receive(from: FramePort<ReplyFrame, RequestFrame>, frame: ReplyFrame): void {
    if (from !== port) return;
    if (frame.t === 'result') {
      const entry = waiting.get(frame.id);
      waiting.delete(frame.id);
      entry?.settle(frame.ok ? { ok: true, value: frame.value } : { ok: false, failure: frame.failure });
    } else if (frame.t === 'message') {
      const stream = watching.get(frame.id);
      if (!stream) return;
      try {
        if ('value' in frame) stream.on(frame.value);
        else if (unpack) stream.on(JSON.parse(frame.text));
        else stream.on(undefined, frame.text);
      } finally {
        port?.send({ t: 'ready', id: frame.id });
      }
    } else {
      const stream = watching.get(frame.id);
      watching.delete(frame.id);
      if (frame.failure) stream?.failed(frame.failure);
    }
  }

  return {
    role,
    attach(next) {
      port?.close();
      port = next;
      next.listen({
        frame: (frame) => receive(next, frame),
        closed: () => {
          if (port === next) port = null;
        },
      });
      for (const entry of waiting.values()) next.send(entry.frame);
      for (const [id, stream] of watching) next.send({ t: 'open', id, name: stream.name, input: stream.input });
    },
    call(name, input) {
      const no = denied(name);
      if (no) return Promise.resolve({ ok: false, failure: no });
      const id = nextId++;
      const frame: RequestFrame = { t: 'call', id, name, input };
      return new Promise((resolve) => {
        waiting.set(id, { frame, settle: resolve as (reply: Reply<unknown>) => void });
        port?.send(frame);
      });
    },
    watch(name, input, on, failed = () => {}) {
      const no = denied(name);
      if (no) {
        failed(no);
        return () => {};
      }
      const id = nextId++;
      watching.set(id, { name, input, on: on as (message: unknown) => void, failed });
      port?.send({ t: 'open', id, name, input });
      return () => {
        if (watching.delete(id)) port?.send({ t: 'close', id });
      };
    },
  };
}
