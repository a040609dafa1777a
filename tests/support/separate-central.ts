import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './electron-app.ts';

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
  /** Asks its read side as the HQ supervisor. */
  read<T>(path: string): Promise<T>;
  /** Sends a news text through the public door. */
  report(text: string): Promise<{ reportId: string; incidentId: string }>;
}

/** Starts the built central with the demo's sample and no live feed. @param data its folder */
export async function startSeparateCentral(data: string): Promise<SeparateCentral> {
  let child: ChildProcess | null = null;
  let url = '';
  const begin = async (port: number) => {
    const args = [join(root, 'out', 'main', 'central.js'), '--port', String(port), '--data', data, '--feed', 'off'];
    const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
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
    async read(path) {
      const user = credentials.users.find(({ role, scope }) => role === 'supervisor' && scope.kind === 'hq');
      const body = JSON.stringify({ username: user?.username, password: user?.password, device: 'reader' });
      const login = await (await fetch(`${url}/v1/auth/login`, { method: 'POST', headers: json, body })).json();
      const { accessToken } = login as { accessToken: string };
      const reply = await fetch(url + path, { headers: { authorization: `Bearer ${accessToken}` } });
      if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
      return reply.json() as never;
    },
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
