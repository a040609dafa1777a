import { CallFailure } from './call-failure.ts';
import {
  type CallerContext,
  type FramePort,
  type Handlers,
  type ReplyFrame,
  type RequestFrame,
  requestFrameSchema,
} from './carrier.ts';
import { CALLS, type CallName, callsFor, type Failure, type WindowRole } from './ipc.ts';
import { plainFault } from './plain-fault.ts';

type AnyHandler = (input: unknown, from: CallerContext, stream?: unknown) => unknown;

/** A stream in flight: emits wait while the window has not said `ready` for the last one; the newest wins per merge. */
interface OpenStream {
  abort(): void;
  ready(): void;
}

/**
 * Answers one window over one port. Checks in order: frame shape, that the call exists and this role may make it, the
 * input; then runs the handler and checks its output, so neither side can send what the contract does not say.
 * Failures become typed results; an unexpected throw is logged by `onError` and told as `internal`, without its text.
 * @returns a function that closes the port and every open stream.
 */
export function serveCalls(
  port: FramePort<unknown, ReplyFrame>,
  handlers: Handlers,
  from: CallerContext,
  onError: (error: unknown, call: string) => void,
): () => void {
  const allowed = new Set<string>(callsFor(from.role));
  const streams = new Map<number, OpenStream>();
  const closeAll = () => {
    for (const stream of streams.values()) stream.abort();
    streams.clear();
  };
  port.listen({
    frame: (raw) => {
      const frame = requestFrameSchema.safeParse(raw);
      if (frame.success) void answer(frame.data);
    },
    closed: closeAll,
  });

  async function answer(frame: RequestFrame): Promise<void> {
    if (frame.t === 'close') {
      streams.get(frame.id)?.abort();
      streams.delete(frame.id);
      return;
    }
    if (frame.t === 'ready') return streams.get(frame.id)?.ready();
    const fail = (failure: Failure) =>
      port.send(
        frame.t === 'call' ? { t: 'result', id: frame.id, ok: false, failure } : { t: 'end', id: frame.id, failure },
      );
    if (!allowed.has(frame.name)) return fail({ code: 'not-allowed', message: { key: 'failure.not-allowed' } });
    const name = frame.name as CallName;
    const shape = CALLS[name];
    if ((shape.kind === 'stream') !== (frame.t === 'open'))
      return fail({ code: 'wrong-kind', message: { key: 'failure.wrong-kind' } });
    const input = shape.input.safeParse(frame.input);
    if (!input.success) return fail({ code: 'bad-input', ...plainFault(input.error.issues[0], frame.input) });
    const handler = handlers[name] as AnyHandler;
    try {
      if (frame.t === 'open') return openStream(frame.id, name, handler, input.data);
      const value = shape.output.parse(await handler(input.data, from));
      port.send({ t: 'result', id: frame.id, ok: true, value });
    } catch (error) {
      if (!(error instanceof CallFailure)) onError(error, name);
      fail(error instanceof CallFailure ? error.failure : { code: 'internal', message: { key: 'failure.internal' } });
    }
  }

  function openStream(id: number, name: CallName, handler: AnyHandler, input: unknown): void {
    streams.get(id)?.abort();
    const listeners: (() => void)[] = [];
    let aborted = false;
    const signal = {
      get aborted() {
        return aborted;
      },
      addEventListener: (_type: 'abort', listener: () => void) => void listeners.push(listener),
    };
    // A busy window gets at most one message it has not drawn; what comes meanwhile is merged by the handler's `emit`.
    const queue: Waiting[] = [];
    let awaitingReady = false;
    const flush = () => {
      const next = queue[0];
      if (aborted || awaitingReady || next === undefined) return;
      awaitingReady = true;
      queue.shift();
      port.send({ t: 'message', id, ...next });
    };
    const emit = (message: unknown) => {
      if (aborted) return;
      const checked = CALLS[name].output.parse(message);
      mergeInto(queue, checked);
      flush();
    };
    const emitText = (text: string) => {
      if (aborted) return;
      queue.splice(0, queue.length, { text });
      flush();
    };
    streams.set(id, {
      abort: () => {
        aborted = true;
        for (const listener of listeners) listener();
      },
      ready: () => {
        awaitingReady = false;
        flush();
      },
    });
    handler(input, from, { emit, emitText, signal });
  }

  return () => {
    closeAll();
    port.close();
  };
}

/** A message that the window has not asked for yet. */
type Waiting = { value: unknown } | { text: string };

/** Waiting changes of rows melt into one, per id; any other message replaces the one that waits. */
function mergeInto(queue: Waiting[], next: unknown): void {
  const waits = queue.at(-1);
  const last = waits && 'value' in waits ? waits.value : undefined;
  if (isChange(last) && isChange(next) && last.to === next.from) {
    const upserts = new Map(last.upserts.map((row) => [row.case, row]));
    const removes = new Set(last.removes);
    for (const row of next.upserts) {
      upserts.set(row.case, row);
      removes.delete(row.case);
    }
    for (const id of next.removes) {
      upserts.delete(id);
      removes.add(id);
    }
    queue[queue.length - 1] = {
      value: {
        kind: 'change',
        from: last.from,
        to: next.to,
        upserts: [...upserts.values()],
        removes: [...removes],
      },
    };
  } else if (isChange(next)) queue.push({ value: next });
  else queue.splice(0, queue.length, { value: next });
}

interface Change {
  kind: 'change';
  from: number;
  to: number;
  upserts: { case: string }[];
  removes: string[];
}
function isChange(message: unknown): message is Change {
  return typeof message === 'object' && message !== null && (message as { kind?: unknown }).kind === 'change';
}

/** The roles a port may be opened for; anything else is refused by the shell before a port exists. */
export function isWindowRole(value: unknown): value is WindowRole {
  return value === 'desk' || value === 'wall';
}
