import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Dump } from './dump.ts';

export interface DeskState {
  resting: boolean;
  waiting: number;
  rejected: number;
  position: number;
  link: string;
}

/** A console seen from outside: its process, which may die at any time, and all it ever said was done. */
export interface Desk {
  readonly name: string;
  /** Every act that was answered, over all its lives: what it was and its id. */
  readonly answered: { kind: string; act: string }[];
  /** Starts its next life; resolves at once, the process may be killed before it is ready. */
  start(): void;
  /** SIGKILL. Resolves once the process is gone and all it had said was read. */
  kill(): Promise<void>;
  /** Resolves with the next line that begins so. @throws Error when the process ends by itself first. */
  told(start: string): Promise<string>;
  /** Resolves once this life answered an act. */
  acted(): Promise<void>;
  say(line: string): void;
  state(): Promise<DeskState>;
  dump(): Promise<Dump>;
  quit(): Promise<void>;
}

export interface DeskOptions {
  name: string;
  /** The bundled child. */
  file: string;
  folder: string;
  account: { username: string; password: string };
  seed: string;
  /** Where central answers now. */
  central: () => string;
}

/** Makes a console that is not started yet. */
export function createDesk(options: DeskOptions): Desk {
  const { name, file, folder } = options;
  const credentials = join(folder, 'account.json');
  // The demo's own sign-in takes a coordinator of HQ; central knows who it really is.
  const user = { ...options.account, role: 'coordinator', scope: { kind: 'hq' } };
  writeFileSync(credentials, JSON.stringify({ users: [user] }));
  const answered: Desk['answered'] = [];
  let child: ChildProcess | null = null;
  let gone: Promise<unknown> = Promise.resolve();
  let lives = 0;
  let listeners = new Set<{ start: string; heard(line: string): void; failed(error: Error): void }>();

  const desk: Desk = {
    name,
    answered,
    start() {
      lives += 1;
      const words = ['--enable-source-maps', file, folder, credentials, `${options.seed} ${lives}`];
      const mine = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
      child = mine;
      const hearing = new Set<typeof listeners extends Set<infer L> ? L : never>();
      listeners = hearing;
      // A console that was just killed cannot be told anything; that is no failure.
      mine.stdin.on('error', () => undefined);
      createInterface({ input: mine.stdout }).on('line', (line) => {
        const [word, kind = '', act = ''] = line.split(' ');
        if (word === 'ack') answered.push({ kind, act });
        if (word === 'ready') desk.say(`central ${options.central()}`);
        for (const one of hearing)
          if (line.startsWith(one.start)) {
            hearing.delete(one);
            one.heard(line);
          }
      });
      gone = new Promise((resolve) =>
        mine.once('close', (code, signal) => {
          for (const one of hearing) one.failed(new Error(`${name} ended with ${code ?? signal}`));
          resolve(code ?? signal);
        }),
      );
    },
    async kill() {
      child?.kill('SIGKILL');
      await gone;
    },
    told: (start) => new Promise((heard, failed) => listeners.add({ start, heard, failed })),
    async acted() {
      await desk.told('ack ');
    },
    say: (line) => void child?.stdin?.write(`${line}\n`),
    async state() {
      const told = desk.told('state ');
      desk.say('state');
      return JSON.parse((await told).slice('state '.length)) as DeskState;
    },
    async dump() {
      const to = join(folder, 'dump.json');
      const done = desk.told('dumped');
      desk.say(`dump ${to}`);
      await done;
      return JSON.parse(readFileSync(to, 'utf8')) as Dump;
    },
    async quit() {
      desk.say('quit');
      await gone;
    },
  };
  return desk;
}
