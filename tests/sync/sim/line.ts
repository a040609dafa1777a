import type { Fetch } from '#engine/sync/central-api.ts';
import type { Random } from './random.ts';
import type { Stir } from './stir.ts';
import type { Tally } from './tally.ts';
import type { Timeline } from './timeline.ts';
import type { Trace } from './trace.ts';

/** What a request meets at central. Null: nobody answers. */
export type Answer = { status: number; headers: Record<string, string>; body: Buffer } | null;
export interface Sent {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** What can happen to one message. */
export const LINE_FAULTS = ['lose-request', 'lose-answer', 'torn-answer', 'twice', 'late', 'again-later'] as const;
export type LineFault = (typeof LINE_FAULTS)[number];
/** These show their teeth on a push alone. */
const ON_PUSH = new Set<LineFault>(['lose-answer', 'twice', 'late', 'again-later']);

/** A console's way to central. */
export interface Line {
  fetch: Fetch;
  /** Nothing passes while true. */
  cut: boolean;
  /** Bends the next message it fits, after `skip` others that it would fit. */
  bend(fault: LineFault, skip: number): void;
  straighten(): void;
  /** Requests whose answer the console waits for. */
  waiting(): number;
  /** The console is gone: whoever waits is told. */
  hangUp(): void;
}

interface LineParts {
  name: string;
  timeline: Timeline;
  random: Random;
  tally: Tally;
  trace: Trace;
  stir: Stir;
  ask(sent: Sent): Promise<Answer>;
  /** Something happens that the world must wait for. */
  during<T>(work: Promise<T>): Promise<T>;
}

/** Makes the line of one console. */
export function createLine(parts: LineParts): Line {
  const { timeline, random, tally, trace } = parts;
  let faults: { fault: LineFault; skip: number }[] = [];
  const open = new Map<number, (error: Error) => void>();
  let count = 0;

  const takeFault = (path: string): LineFault | null => {
    const push = path === '/v1/sync/push';
    const next = faults.find(({ fault }) => push || !ON_PUSH.has(fault));
    if (next === undefined || next.skip-- > 0) return null;
    faults = faults.filter((one) => one !== next);
    return next.fault;
  };
  const delay = () => 10 + Math.floor(random.next() ** 4 * 4_000);
  const hit = (fault: string) => {
    tally.add('fault', fault);
    trace.add(parts.name, 'line', fault);
  };

  const line: Line = {
    cut: false,
    bend: (fault, skip) => void faults.push({ fault, skip }),
    straighten() {
      faults = [];
    },
    waiting: () => open.size,
    hangUp() {
      for (const reject of open.values()) reject(new TypeError('the console is gone'));
      open.clear();
    },
    fetch: (url, init) =>
      new Promise<Response>((resolve, reject) => {
        const id = count++;
        // A signal that is heard keeps itself, and so a whole world, for ever.
        const forget = () => init?.signal?.removeEventListener('abort', letGo);
        open.set(id, (error) => {
          forget();
          reject(error);
        });
        parts.stir.poke();
        const done = (result: Response | Error) => {
          if (!open.delete(id)) return;
          forget();
          if (result instanceof Error) reject(result);
          else resolve(result);
        };
        const letGo = () => {
          // A deadline counts real time, of which virtual hours take none.
          if ((init?.signal?.reason as Error | undefined)?.name !== 'TimeoutError') done(new TypeError('let go of'));
        };
        init?.signal?.addEventListener('abort', letGo);
        const sent: Sent = {
          method: init?.method === 'POST' ? 'POST' : 'GET',
          path: url.replace('http://central', ''),
          headers: { ...(init?.headers as Record<string, string>) },
          body: typeof init?.body === 'string' ? init.body : undefined,
        };
        const fault = line.cut ? null : takeFault(sent.path);
        const lost = (when = delay()) => timeline.after(when, () => done(new TypeError('no answer')));
        const deliver = async (answered: boolean): Promise<void> => {
          if (line.cut && answered) return void lost();
          const answer = await parts.ask(sent);
          trace.add(parts.name, sent.path.split('?')[0] ?? '', answer?.status ?? 'down');
          if (!answered) return;
          if (answer === null || fault === 'lose-answer') return void lost();
          const streams = sent.path.startsWith('/v1/sync/snapshot') || fault === 'torn-answer';
          const response = streams ? toResponse(answer, fault === 'torn-answer') : wholeOf(answer);
          timeline.after(delay(), () => done(line.cut ? new TypeError('no answer') : response));
        };
        const later = (ms: number, answered: boolean) => timeline.after(ms, () => void parts.during(deliver(answered)));
        if (fault !== null) hit(fault);
        if (line.cut || fault === 'lose-request') lost();
        else if (fault === 'late') {
          lost();
          later(60_000 + random.int(3_600_000), false);
        } else {
          const first = delay();
          if (fault === 'twice') later(Math.floor(first / 2), false);
          if (fault === 'again-later') later(first + 60_000 + random.int(3_600_000), false);
          later(first, true);
        }
      }),
  };
  return line;
}

/** One that came whole: what the console reads of it, without the machinery of streams, of which a world makes hundreds. */
function wholeOf({ status, body }: NonNullable<Answer>): Response {
  const ok = status >= 200 && status < 300;
  return { ok, status, json: async (): Promise<unknown> => JSON.parse(body.toString()) } as Response;
}

/** A torn one ends in the middle of its body. */
function toResponse(answer: NonNullable<Answer>, torn: boolean): Response {
  const { status, headers, body } = answer;
  if (!torn) return new Response(new Uint8Array(body), { status, headers });
  let told = false;
  const half = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (told) return controller.error(new TypeError('terminated'));
      told = true;
      controller.enqueue(new Uint8Array(body.subarray(0, Math.floor(body.length / 2))));
    },
  });
  return new Response(half, { status, headers });
}
