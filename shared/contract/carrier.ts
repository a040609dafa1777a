import { z } from 'zod';
import type { CallName, Failure, InputOf, NamesOf, OutputOf, WindowRole } from './ipc.ts';

/** Frames from a window to the engine. Plain JSON, so a MessagePort and a WebSocket carry the same. */
export const requestFrameSchema = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('call'), id: z.int().min(1), name: z.string().max(60), input: z.unknown() }),
  z.strictObject({ t: z.literal('open'), id: z.int().min(1), name: z.string().max(60), input: z.unknown() }),
  /** The window drew up to here: the engine sends the next change of a stream only after it. */
  z.strictObject({ t: z.literal('ready'), id: z.int().min(1) }),
  z.strictObject({ t: z.literal('close'), id: z.int().min(1) }),
]);
export type RequestFrame = z.infer<typeof requestFrameSchema>;

/** Frames from the engine to a window. */
export type ReplyFrame =
  | { t: 'result'; id: number; ok: true; value: unknown }
  | { t: 'result'; id: number; ok: false; failure: Failure }
  | { t: 'message'; id: number; value: unknown }
  /** A message as JSON text: one long string crosses processes and worlds far sooner than many thousand objects. */
  | { t: 'message'; id: number; text: string }
  | { t: 'end'; id: number; failure: Failure | null };

/** One end of a carrier: a MessagePort, a WebSocket, or a pair in memory. */
export interface FramePort<In, Out> {
  send(frame: Out): void;
  listen(on: { frame: (frame: In) => void; closed: () => void }): void;
  close(): void;
}

export type Reply<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** What the page holds: verbs by name, nothing of the channel beneath. */
export interface EngineBridge {
  readonly role: WindowRole;
  call<N extends NamesOf<'query' | 'command'>>(name: N, input: InputOf<N>): Promise<Reply<OutputOf<N>>>;
  /** Messages until `stop` is called; survives an engine restart by opening again (a fresh picture comes first). */
  watch<N extends NamesOf<'stream'>>(
    name: N,
    input: InputOf<N>,
    on: (message: OutputOf<N>) => void,
    failed?: (failure: Failure) => void,
  ): () => void;
}

/** How the engine answers: one handler a call. A stream calls `emit` until `signal` aborts. */
export type Handlers = {
  [N in NamesOf<'query' | 'command'>]: (
    input: OutputOfInput<N>,
    from: CallerContext,
  ) => Promise<OutputOf<N>> | OutputOf<N>;
} & {
  [N in NamesOf<'stream'>]: (input: OutputOfInput<N>, from: CallerContext, stream: StreamEnd<OutputOf<N>>) => void;
};
type OutputOfInput<N extends CallName> = z.output<typeof import('./ipc.ts').CALLS[N]['input']>;

export interface CallerContext {
  role: WindowRole;
  window: string;
}

export interface StreamEnd<T> {
  emit(message: T): void;
  /** A message that is JSON text already; it is sent unchecked, so what it is made of was checked when it was kept. */
  emitText(text: string): void;
  signal: AbortSignalLike;
}
/** The part of AbortSignal we use, so that this zone needs no DOM or Node types. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}
