import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Order } from './player.ts';
import type { Outcome } from './run-seed.ts';

/** What came of one seed, as its process told it. */
export type Told = Omit<Outcome, 'tally' | 'trace'> & {
  files: boolean;
  /** What playing it cost its process, ms of CPU. */
  cpuMs: number;
  counts: [group: string, counts: [name: string, count: number][]][];
  trace?: string[];
};

export interface Fleet {
  /** Plays one seed on the next process that is free. */
  play(order: Order): Promise<Told>;
  /** Ends the processes and takes away what they wrote. */
  close(): void;
}

/** Room for the young: most of what a world makes dies with it. And one thread each: there are as many of them as cores. */
const FLAGS = ['--single-threaded', '--max-semi-space-size=64'];

/** Starts one process per core. @param player the bundled player @param jobs how many; one per core when left out */
export function startFleet(player: string, jobs = availableParallelism()): Fleet {
  const memory = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'prihatin-sim-'));
  const disk = mkdtempSync(join(tmpdir(), 'prihatin-sim-files-'));
  const waiting: { order: Order; done(told: Told): void; failed(error: Error): void }[] = [];
  let closed = false;
  const players = Array.from({ length: jobs }, () => {
    const child = spawn(process.execPath, [...FLAGS, player, memory, disk], { stdio: ['pipe', 'pipe', 'inherit'] });
    let current: (typeof waiting)[number] | null = null;
    const next = () => {
      current = waiting.shift() ?? null;
      if (current) child.stdin.write(`${JSON.stringify(current.order)}\n`);
    };
    createInterface({ input: child.stdout }).on('line', (line) => {
      current?.done(JSON.parse(line) as Told);
      next();
    });
    child.on('exit', (code) => {
      if (closed) return;
      current?.failed(new Error(`the process that played ${current.order.seed} ended with ${code}`));
      for (const one of waiting.splice(0)) one.failed(new Error('a process of the simulation is gone'));
    });
    return { child, wake: () => current === null && next() };
  });
  return {
    play: (order) =>
      new Promise((done, failed) => {
        waiting.push({ order, done, failed });
        for (const { wake } of players) wake();
      }),
    close() {
      closed = true;
      for (const { child } of players) child.kill('SIGKILL');
      for (const folder of [memory, disk]) rmSync(folder, { recursive: true, force: true });
    },
  };
}
