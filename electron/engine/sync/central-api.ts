import type { z } from 'zod';
import { type Problem, problemSchema } from '#shared/contract/wire/sync.ts';

/** The part of `fetch` that is used; passed in so that tests can cut the line. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

const ELSEWHERE = 'http-';

/** Central answered, but not with what was asked for. */
export class CentralProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;

  constructor(status: number, code: string, title: string) {
    super(`central: ${status} ${code}`);
    this.name = 'CentralProblem';
    this.status = status;
    this.code = code;
    this.title = title;
  }

  /** It did not come from central, but from something on the way to it: no word on who is signed in. */
  get fromElsewhere(): boolean {
    return this.code.startsWith(ELSEWHERE);
  }
}

export interface Ask {
  method?: 'GET' | 'POST';
  path: string;
  body?: unknown;
  token?: string | undefined;
  signal: AbortSignal;
  timeoutMs?: number;
  accept?: string;
}

/** One central, by its address. */
export interface CentralApi {
  /** Asks and checks the answer. @throws CentralProblem, or TypeError when central does not answer. */
  json<T extends z.ZodType>(shape: T, ask: Ask): Promise<z.output<T>>;
  /** Asks for a stream; the body is the caller's to read and, through `signal`, to end. */
  stream(ask: Ask): Promise<Response>;
}

/** Speaks to the central at `url`. @param lang the language its refusals should be worded in */
export function createCentralApi(url: string, fetch: Fetch, lang: () => string): CentralApi {
  async function send(ask: Ask, signal: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = { accept: ask.accept ?? 'application/json', 'accept-language': lang() };
    if (ask.token !== undefined) headers.authorization = `Bearer ${ask.token}`;
    if (ask.body !== undefined) headers['content-type'] = 'application/json';
    const init: RequestInit = { method: ask.method ?? 'GET', headers, signal, redirect: 'error' };
    if (ask.body !== undefined) init.body = JSON.stringify(ask.body);
    const response = await fetch(url + ask.path, init);
    if (response.ok) return response;
    const problem = await readProblem(response);
    throw new CentralProblem(
      response.status,
      problem?.code ?? `${ELSEWHERE}${response.status}`,
      problem?.detail ?? problem?.title ?? '',
    );
  }
  return {
    async json(shape, ask) {
      const signal = AbortSignal.any([ask.signal, AbortSignal.timeout(ask.timeoutMs ?? 15_000)]);
      const response = await send(ask, signal);
      return shape.parse(await response.json());
    },
    stream: (ask) => send(ask, ask.signal),
  };
}

async function readProblem(response: Response): Promise<Problem | null> {
  try {
    return problemSchema.parse(await response.json());
  } catch {
    return null;
  }
}
