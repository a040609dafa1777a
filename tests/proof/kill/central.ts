import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoCredentials } from '#central/demo/demo-credentials.ts';
import { type CentralProcess, runCentral } from '#tests/support/central-process.ts';

/** A central that is killed and started again on the same data. */
export interface MortalCentral {
  readonly folder: string;
  url(): string;
  credentials(): DemoCredentials;
  /** Starts its next life and resolves once it answers. */
  start(): Promise<void>;
  /** Starts its next life without waiting for it. */
  begin(): void;
  kill(): Promise<void>;
  /** Ends it in order. */
  stop(): Promise<void>;
  /** Its highest seq. */
  head(): Promise<number>;
}

/** @param file the built central @param database postgres://… or null for SQLite in the folder */
export function createMortalCentral(file: string, folder: string, database: string | null): MortalCentral {
  let running: CentralProcess | null = null;
  let url = '';
  const words = ['--port', '0', '--data', folder, '--feed', 'off', '--sample', 'off'];
  if (database !== null) words.push('--database', database);
  const central: MortalCentral = {
    folder,
    url: () => url,
    credentials() {
      const path = join(folder, 'demo-credentials.json');
      if (!existsSync(path)) throw new Error('central was not up yet');
      return JSON.parse(readFileSync(path, 'utf8')) as DemoCredentials;
    },
    begin() {
      running = runCentral(file, words);
      // Told of by whoever waits for it; one that is killed while it starts is no failure.
      running.ready().then(
        (at) => {
          url = at;
        },
        () => undefined,
      );
    },
    async start() {
      running = runCentral(file, words);
      url = await running.ready();
    },
    async kill() {
      running?.child.kill('SIGKILL');
      await running?.ended;
    },
    async stop() {
      running?.child.kill('SIGTERM');
      const code = await running?.ended;
      if (code !== 0) throw new Error(`central ended with ${code}: ${running?.stderr()}`);
    },
    async head() {
      const [user] = central.credentials().users;
      const login = await fetch(`${url}/v1/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: user?.username, password: user?.password, device: 'proof' }),
      });
      const { accessToken } = (await login.json()) as { accessToken: string };
      const page = await fetch(`${url}/v1/sync/pull?protocol=2&after=0&limit=1`, {
        headers: { authorization: `Bearer ${accessToken}` },
      });
      return ((await page.json()) as { head: number }).head;
    },
  };
  return central;
}
