import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { PullReply } from '#shared/contract/wire/sync.ts';
import { root } from './electron-app.ts';

/** The protocol in which central hands private parts out in the clear. */
const CLEAR = 1;

/** The product's own central as a process of its own, which a test may kill and start again on the same data and port. */
export interface SeparateCentral {
  url: string;
  credentials: {
    apiKey: string;
    users: { username: string; password: string; role: string; scope: { kind: string } }[];
  };
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again where it was. */
  again(): Promise<void>;
  /** The first of the demo's people with this role and HQ scope. */
  account(role: string): { username: string; password: string };
  /** Asks its read side as the HQ supervisor. */
  read<T>(path: string): Promise<T>;
  /** Every event accepted after a seq, in order. */
  eventsAfter(seq: number): Promise<AnyEvent[]>;
  /** The seq of the last accepted event. */
  head(): Promise<number>;
  /** Sends a news text through the public door. */
  report(text: string): Promise<{ reportId: string; incidentId: string }>;
}

/**
 * Starts the built central with the demo's sample and no live feed.
 * @param data its folder @param flags of Node itself @param env beside this process's own
 */
export async function startSeparateCentral(
  data: string,
  flags: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<SeparateCentral> {
  let child: ChildProcess | null = null;
  let url = '';
  const begin = async (port: number) => {
    const args = [
      ...flags,
      join(root, 'out', 'main', 'central.js'),
      '--port',
      String(port),
      '--data',
      data,
      '--feed',
      'off',
    ];
    const started = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...env },
    });
    child = started;
    let out = '';
    for await (const chunk of started.stdout) {
      out += String(chunk);
      const ready = /ready (http:\/\/127\.0\.0\.1:\d+)/.exec(out)?.[1];
      if (ready === undefined) continue;
      url = ready;
      return;
    }
    throw new Error(`central ended before it was ready: ${out}`);
  };
  await begin(0);
  const credentials = JSON.parse(
    readFileSync(join(data, 'demo-credentials.json'), 'utf8'),
  ) as SeparateCentral['credentials'];
  const json = { 'content-type': 'application/json' };
  const account = (role: string) => {
    const found = credentials.users.find((user) => user.role === role && user.scope.kind === 'hq');
    if (!found) throw new Error(`the demo has no ${role} at HQ`);
    return found;
  };
  // Kept while it holds: a poll must not sign in at every look.
  let token = '';
  const signIn = async () => {
    const { username, password } = account('supervisor');
    const body = JSON.stringify({ username, password, device: 'reader' });
    const login = await (await fetch(`${url}/v1/auth/login`, { method: 'POST', headers: json, body })).json();
    token = (login as { accessToken: string }).accessToken;
  };
  const read = async <T>(path: string): Promise<T> => {
    const ask = () => fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
    if (token === '') await signIn();
    let reply = await ask();
    if (reply.status === 401) {
      await signIn();
      reply = await ask();
    }
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as T;
  };
  const page = (seq: number) => read<PullReply>(`/v1/sync/pull?protocol=${CLEAR}&after=${seq}&limit=1000`);
  return {
    get url() {
      return url;
    },
    credentials,
    async kill() {
      const running = child;
      child = null;
      if (!running) return;
      const gone = once(running, 'exit');
      running.kill('SIGKILL');
      await gone;
    },
    again: () => begin(Number(new URL(url).port)),
    account,
    read,
    async eventsAfter(seq) {
      const events: AnyEvent[] = [];
      for (let at = seq; ; ) {
        const { events: some, next, head } = await page(at);
        events.push(...some);
        if (next >= head) return events;
        at = next;
      }
    },
    head: async () => (await page(0)).head,
    async report(text) {
      const headers = { ...json, authorization: `Bearer ${credentials.apiKey}` };
      const reply = await fetch(`${url}/v1/intake/reports`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ text }),
      });
      const { accepted } = (await reply.json()) as { accepted: { reportId: string; incidentId: string }[] };
      const first = accepted[0];
      if (!first) throw new Error(`the report was not taken: ${reply.status}`);
      return first;
    },
  };
}
